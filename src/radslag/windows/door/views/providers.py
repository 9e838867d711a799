"""Coming in through a member's own sign-in."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from allauth.socialaccount.adapter import get_adapter
from allauth.socialaccount.helpers import render_authentication_error
from allauth.socialaccount.providers.openid_connect import views as oidc
from allauth.socialaccount.providers.saml import views as saml
from allauth.socialaccount.providers.saml.provider import SAMLProvider
from allauth.socialaccount.providers.saml.utils import build_saml_config, prepare_django_request
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST
from onelogin.saml2.auth import OneLogin_Saml2_Auth
from onelogin.saml2.errors import OneLogin_Saml2_Error
from requests import RequestException

REFUSALS = (PermissionDenied, RequestException, OneLogin_Saml2_Error, KeyError, ValueError, SyntaxError)
"""What goes wrong when the other side is out of reach, set up wrongly, or is not who it says it is."""


def kindly(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Tell whatever goes wrong with the other side in one sentence where one signs in."""

    @wraps(view)
    def answer(request: HttpRequest, **named: Any) -> HttpResponse:
        try:
            return view(request, **named)
        except REFUSALS as error:
            address = named.get("provider_id") or named["organization_slug"]
            refusal: HttpResponse = render_authentication_error(
                request, get_adapter().get_provider(request, address), exception=error
            )
            return refusal

    return answer


def asks_and_hears(request: HttpRequest, provider: SAMLProvider) -> OneLogin_Saml2_Auth:
    """As the sign-in package makes it, but trusting each of the certificates that the member tells of."""
    told = build_saml_config(request, provider.app.settings, provider.app.client_id)
    told["idp"]["x509certMulti"] = {"signing": provider.app.settings["idp"]["certificates"]}
    return OneLogin_Saml2_Auth(prepare_django_request(request), told)


saml.build_auth = asks_and_hears  # the package knows one certificate, and has no setting for more

oidc_login = kindly(oidc.login)
oidc_callback = kindly(oidc.callback)
saml_login = kindly(saml.login)
saml_acs = csrf_exempt(require_POST(saml.acs))
saml_finish = kindly(saml.finish_acs)
saml_end = kindly(saml.sls)
saml_metadata = saml.metadata

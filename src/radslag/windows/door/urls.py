"""Addresses of the door, under the names by which the sign-in package finds them."""

from allauth.account import views as account
from allauth.account.decorators import reauthentication_required
from allauth.mfa.base import views as factors
from allauth.mfa.recovery_codes import views as codes
from allauth.mfa.totp import views as app
from allauth.mfa.webauthn import views as passkeys
from django.urls import URLPattern, URLResolver, path, reverse_lazy
from django.views.decorators.cache import never_cache

from radslag.ground.shell.language import in_language
from radslag.windows.door.views import links, own, providers

pages: list[URLPattern | URLResolver] = [
    path("", never_cache(own.own), name="mfa_index"),
    path("logga-in/", never_cache(links.sign_in), name="account_login"),
    path("logga-in/skickad/", never_cache(links.sent), name="door_sent"),
    path("logga-in/losenord/", account.login, name="door_password"),
    path("logga-in/kod/", factors.authenticate, name="mfa_authenticate"),
    path("logga-in/passkey/", never_cache(passkeys.login_webauthn), name="mfa_login_webauthn"),
    path("logga-ut/", never_cache(links.sign_out), name="account_logout"),
    path("lank/<str:secret>/", never_cache(links.key), name="door_key"),
    path("inbjudan/<str:secret>/", never_cache(links.invitation), name="door_invitation"),
    path("avstangd/", account.account_inactive, name="account_inactive"),
    path("bekrafta/losenord/", never_cache(account.reauthenticate), name="account_reauthenticate"),
    path("bekrafta/kod/", never_cache(factors.reauthenticate), name="mfa_reauthenticate"),
    path(
        "bekrafta/passkey/",
        never_cache(passkeys.reauthenticate_webauthn),
        name="mfa_reauthenticate_webauthn",
    ),
    path("losenord/", never_cache(own.set_password), name="account_set_password"),
    path("losenord/byt/", never_cache(account.password_change), name="account_change_password"),
    path(
        "losenord/ta-bort/",
        never_cache(reauthentication_required(own.remove_password)),
        name="door_remove_password",
    ),
    path("app/", never_cache(own.add_app), name="mfa_activate_totp"),
    path("app/ta-bort/", never_cache(app.deactivate_totp), name="mfa_deactivate_totp"),
    path("passkey/", never_cache(own.add_passkey), name="mfa_add_webauthn"),
    path(
        "passkey/<int:pk>/ta-bort/",
        never_cache(passkeys.RemoveWebAuthnView.as_view(success_url=reverse_lazy("mfa_index"))),
        name="mfa_remove_webauthn",
    ),
    path("reservkoder/", never_cache(codes.view_recovery_codes), name="mfa_view_recovery_codes"),
    path("reservkoder/nya/", never_cache(codes.generate_recovery_codes), name="mfa_generate_recovery_codes"),
    path("avsluta/", never_cache(own.end_session), name="door_end_session"),
    path("mina-uppgifter.json", never_cache(own.extract), name="door_extract"),
]
urlpatterns: list[URLPattern | URLResolver] = [
    path("oidc/<str:provider_id>/", never_cache(providers.oidc_login), name="openid_connect_login"),
    path(
        "oidc/<str:provider_id>/svar/", never_cache(providers.oidc_callback), name="openid_connect_callback"
    ),
    path("saml/<str:organization_slug>/", never_cache(providers.saml_login), name="saml_login"),
    path("saml/<str:organization_slug>/svar/", never_cache(providers.saml_acs), name="saml_acs"),
    path("saml/<str:organization_slug>/klar/", never_cache(providers.saml_finish), name="saml_finish_acs"),
    path("saml/<str:organization_slug>/slut/", never_cache(providers.saml_end), name="saml_sls"),
    path("saml/<str:organization_slug>/metadata/", providers.saml_metadata, name="saml_metadata"),
    in_language(pages),
]

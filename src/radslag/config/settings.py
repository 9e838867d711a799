"""Settings, read once from the environment; without any of it set, a safe installation under `var/`."""

import os
from pathlib import Path
from urllib.parse import urlsplit

from csp.constants import NONE, SELF

from radslag.config import environment

PACKAGE = Path(__file__).resolve().parent.parent
DATA = Path(os.environ.get("RADSLAG_DATA") or "var").resolve()
DEBUG = os.environ.get("RADSLAG_DEBUG") == "1"
ADDRESS = environment.site_address(os.environ.get("RADSLAG_ADDRESS") or "http://localhost:8000")

SECRET_KEY = os.environ.get("RADSLAG_SECRET_KEY") or environment.kept_secret(DATA / "secret-key")
_https = ADDRESS.startswith("https://")
ALLOWED_HOSTS = ["localhost", "127.0.0.1", "[::1]", urlsplit(ADDRESS).hostname or ""]
CSRF_TRUSTED_ORIGINS = [ADDRESS]
SECURE_SSL_REDIRECT = _https
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if _https else None
SECURE_HSTS_SECONDS = 31_536_000 if _https else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = _https
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = _https
SESSION_COOKIE_NAME = "radslag_session"
CSRF_COOKIE_NAME = "radslag_csrf"
CSRF_FAILURE_VIEW = "radslag.ground.shell.views.stale_form"
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "font-src": [SELF],
        "img-src": [SELF, "data:"],
        "connect-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    }
}
DATA_UPLOAD_MAX_MEMORY_SIZE = 25 * 2**20
FILE_UPLOAD_PERMISSIONS = 0o600

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "csp",
    "django_htmx",
    "template_partials",
    "radslag.ground.accounts",
    "radslag.ground.post",
    "radslag.ground.register",
    "radslag.ground.editing",
    "radslag.ground.shell",
    "radslag.people.members",
    "radslag.people.bodies",
    "radslag.people.looks",
    "radslag.people.admission",
    "radslag.decisions.papers",
    "radslag.decisions.meetings",
    "radslag.work.programme",
    "radslag.work.plans",
    "radslag.work.budget",
    "radslag.work.conferences",
    "radslag.press.editions",
    "radslag.press.letters",
    "radslag.windows.desk",
    "radslag.windows.door",
    "radslag.windows.public",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "allauth.socialaccount.providers.saml",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "csp.middleware.CSPMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "radslag.ground.shell.language.LanguageOfAddress",
    "allauth.account.middleware.AccountMiddleware",
]

ROOT_URLCONF = "radslag.config.urls"
WSGI_APPLICATION = "radslag.config.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    },
]

DATABASES = {"default": environment.database(os.environ.get("DATABASE_URL", ""), DATA)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
CACHES = {
    "default": {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "shared_cache"},
    "working_plans": {
        "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
        "LOCATION": "working_plans",
        "OPTIONS": {"MAX_ENTRIES": 50},
    },
}


AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL = "account_login"
ACCOUNT_ADAPTER = "radslag.windows.door.adapters.AccountAdapter"
ACCOUNT_FORMS = {
    "login": "radslag.windows.door.forms.PasswordForm",
    "set_password": "radslag.windows.door.forms.NewPasswordForm",
    "change_password": "radslag.windows.door.forms.OtherPasswordForm",
    "reauthenticate": "radslag.windows.door.forms.SamePasswordForm",
}
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_USER_DISPLAY = str
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_SESSION_REMEMBER = True
ACCOUNT_RATE_LIMITS = {"login_failed": "20/5m/ip,5/5m/key", "request_login_code": "20/5m/ip,5/5m/key"}
ALLAUTH_TRUSTED_PROXY_COUNT = int(_https)
MFA_ADAPTER = "radslag.windows.door.adapters.FactorAdapter"
MFA_FORMS = {
    "authenticate": "radslag.windows.door.forms.CodeForm",
    "reauthenticate": "radslag.windows.door.forms.SameCodeForm",
    "activate_totp": "radslag.windows.door.forms.NewAppForm",
    "add_webauthn": "radslag.windows.door.forms.NewPasskeyForm",
}
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_ALLOW_UNVERIFIED_EMAIL = True
MFA_RECOVERY_CODES_SHOW_ONCE = True
MFA_TOTP_ISSUER = "Rådslag"
SOCIALACCOUNT_ADAPTER = "radslag.windows.door.adapters.ProviderAdapter"
SOCIALACCOUNT_LOGIN_ON_GET = True
SOCIALACCOUNT_STORE_TOKENS = False

_mail = environment.mail_server(os.environ.get("RADSLAG_MAIL", ""))
EMAIL_BACKEND = _mail.backend
EMAIL_HOST, EMAIL_PORT = _mail.host, _mail.port
EMAIL_HOST_USER, EMAIL_HOST_PASSWORD = _mail.user, _mail.password
EMAIL_USE_TLS, EMAIL_USE_SSL = _mail.starttls, _mail.tls
EMAIL_TIMEOUT = 60
EMAIL_FILE_PATH = DATA / "letters"
DEFAULT_FROM_EMAIL = SERVER_EMAIL = environment.mail_from(
    os.environ.get("RADSLAG_MAIL_FROM", ""), ADDRESS, needed=bool(_mail.host)
)

LANGUAGE_CODE = "sv"
LANGUAGES = [("sv", "Svenska"), ("en", "English")]
LOCALE_PATHS = [PACKAGE / "locale"]
TIME_ZONE = "Europe/Stockholm"
USE_TZ = True
USE_THOUSAND_SEPARATOR = False

STATIC_URL = "/static/"
WHITENOISE_USE_FINDERS = True

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {
        "errors": {"class": "logging.StreamHandler", "level": "ERROR"},
        "events": {"class": "logging.StreamHandler"},
    },
    "loggers": {
        "django.security.DisallowedHost": {"handlers": [], "propagate": False},
        "radslag.door": {"handlers": ["events"], "level": "INFO"},
    },
    "root": {"handlers": ["errors"]},
}

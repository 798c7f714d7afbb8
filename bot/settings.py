"""Every setting of the installation, from the environment or a `.env` file; all optional for the embedded default."""

from datetime import time, timedelta
from decimal import Decimal
from enum import StrEnum
from pathlib import Path
from typing import Annotated
from zoneinfo import ZoneInfo

from pydantic import Field, SecretStr, field_validator, model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from bot.setting_shapes import (
    is_address,
    is_local,
    known_backup_key,
    known_database,
    known_storage,
    known_zone,
    secret_shape,
    token_shape,
)
from integrations.model_access import Api, ModelAccess
from integrations.smtp import SmtpServer
from models.money import Currency
from services.brokerage import Brokerage, LeadLimits, ReminderHours

Port = Annotated[int, Field(ge=1, le=65535)]


class LogFormat(StrEnum):
    CONSOLE = "console"
    JSON = "json"


class Region(StrEnum):
    RU = "RU"
    UA = "UA"


_ZONES = {Region.RU: "Europe/Moscow", Region.UA: "Europe/Kyiv"}
_CURRENCIES = {Region.RU: Currency.RUB, Region.UA: Currency.UAH}


class Settings(BaseSettings):
    """A field's description is its line in the README's table."""

    model_config = SettingsConfigDict(
        env_file=".env", env_file_encoding="utf-8", extra="ignore", hide_input_in_errors=True
    )

    data_dir: Path = Field(Path("var"), description="database, documents, the sandbox's own data")
    database_url: str | None = Field(
        None, description="PostgreSQL as `postgresql://…`; SQLite in `DATA_DIR` without it"
    )

    telegram_bot_token: SecretStr | None = Field(None, description="token of the bot; without it the sandbox runs")
    telegram_api_url: str | None = Field(None, description="base of a Bot API server other than Telegram's own")
    telegram_proxy: str | None = Field(None, description="`http://`, `socks5://` or `socks4://` proxy for Telegram")
    telegram_webhook_url: str | None = Field(
        None, description="public https address of `/telegram/webhook`; long polling without it"
    )
    telegram_webhook_secret: SecretStr | None = Field(
        None, description="secret that Telegram repeats in each webhook call; required with a webhook"
    )

    sandbox_port: Port = Field(8081, description="local Telegram: Bot API, `/sim/` and the chat page")
    web_host: str = Field("127.0.0.1", description="address the CRM's own web listens on")
    web_port: Port = Field(8080, description="the CRM's own web: webhook, health, metrics")

    region: Region = Field(
        Region.RU, description="`RU` or `UA`: phones, tax numbers, kinds of insurance, default currency"
    )
    time_zone: str | None = Field(None, description="zone of business days; by region: Europe/Moscow, Europe/Kyiv")
    currency: Currency | None = Field(None, description="`RUB`, `UAH`, `EUR` or `USD`; by region when not set")

    brokerage_name: Annotated[str, Field(max_length=100)] | None = Field(
        None, description="name of the brokerage, on what clients are shown"
    )

    log_format: LogFormat = Field(LogFormat.CONSOLE, description="`console` or `json`")
    log_level: str = Field(
        "INFO", pattern="^(DEBUG|INFO|WARNING|ERROR)$", description="`DEBUG`, `INFO`, `WARNING`, `ERROR`"
    )

    log_counters_seconds: Annotated[int, Field(ge=1)] = Field(
        60, description="seconds between log lines with the main counters; none while nothing happens"
    )

    document_storage: str | None = Field(
        None, description="`s3://bucket?endpoint=…`; a folder in `DATA_DIR` without it"
    )
    document_limit_mb: Annotated[int, Field(ge=1, le=20)] = Field(
        20, description="largest file of a folder; Telegram lets a bot download 20 MB"
    )

    backup_folder: Path | None = Field(
        None, description="where backups go, best another disk; `backups` in `DATA_DIR` without it"
    )
    backup_hour: Annotated[int, Field(ge=0, le=23)] = Field(3, description="hour of the nightly backup, in `TIME_ZONE`")
    backup_keep_days: Annotated[int, Field(ge=1)] = Field(14, description="days that backups are kept")
    backup_key: SecretStr | None = Field(
        None, description="key that seals backups, made by `crm backup-key`; keep a copy elsewhere"
    )

    sends_per_second: Annotated[int, Field(ge=1)] = Field(30, description="messages a second over all chats")
    chat_burst: Annotated[int, Field(ge=1)] = Field(
        5, description="messages a chat may get at once before one a second holds"
    )
    group_sends_per_minute: Annotated[int, Field(ge=1)] = Field(20, description="messages a minute in one group")

    update_attempts: Annotated[int, Field(ge=1)] = Field(4, description="tries of one update before it is set aside")
    update_time_limit: Annotated[float, Field(gt=0)] = Field(10.0, description="seconds one update may take")
    inbox_keep_days: Annotated[int, Field(ge=8, le=14)] = Field(
        14, description="days until the text of processed updates is erased"
    )
    leads_an_hour: Annotated[int, Field(ge=1)] = Field(10, description="leads that one person may capture in an hour")
    lead_moves_an_hour: Annotated[int, Field(ge=1)] = Field(
        100, description="moves of leads between stages that one person may make in an hour"
    )
    lead_uploads_an_hour: Annotated[int, Field(ge=1)] = Field(
        5, description="files that one person may attach to leads in an hour"
    )
    lead_analyses_a_day: Annotated[int, Field(ge=1)] = Field(
        20, description="analyses of leads that one person may ask for in a day"
    )
    lead_capacity: Annotated[int, Field(ge=0)] = Field(
        50, description="open leads that one person takes on, unless an admin sets his own number"
    )

    brief_at: time = Field(time(9), description="hour of the morning brief, unless a person sets his own")
    quiet_from: time = Field(time(21), description="from this hour on nobody is reminded")
    quiet_to: time = Field(time(8), description="until this hour; equal to the one before, there is no quiet")
    stale_leads_a_run: Annotated[int, Field(ge=0)] = Field(
        10, description="leads without any activity that people are reminded of, every six hours"
    )

    openai_api_key: SecretStr | None = Field(
        None, description="key of the model that scores leads; without it they are scored by rules"
    )
    openai_base_url: str | None = Field(None, description="base of a service other than OpenAI's own, ending in `/v1`")
    ai_model: Annotated[str, Field(min_length=1, max_length=100)] = Field(
        "gpt-4.1-mini", description="name of the model"
    )
    ai_api: Api = Field(Api.RESPONSES, description="`responses` or `chat`: the API that the service speaks")
    ai_timeout: Annotated[float, Field(gt=0, le=50)] = Field(
        20.0, description="seconds that a model may take; then the rules score"
    )
    ai_price_in: Annotated[Decimal, Field(ge=0)] = Field(
        Decimal("0.40"), description="dollars for a million tokens that the model reads"
    )
    ai_price_out: Annotated[Decimal, Field(ge=0)] = Field(
        Decimal("1.60"), description="dollars for a million tokens that it writes"
    )
    ai_calls_a_day: Annotated[int, Field(ge=0)] = Field(
        500, description="calls of the model in a day, for the whole installation; then the rules score"
    )
    ai_send_personal_data: bool = Field(
        default=False, description="`true` sends names, companies, phones and addresses of leads to the model"
    )
    webhook_secret: SecretStr | None = Field(
        None, description="secret that signs the calls of rules to webhooks; without it there are none"
    )
    webhook_local_hosts: str = Field(
        "", description="hosts of the own network that webhooks may lead to, with commas: `localhost:9000,crm.lan`"
    )
    smtp_url: SecretStr | None = Field(
        None, description="`smtps://user:password@host` or `smtp://…`; without it rules send no e-mail"
    )
    smtp_from: str = Field("crm@localhost", description="whose e-mail it is")
    rule_chain_limit: Annotated[int, Field(ge=1, le=1000)] = Field(
        10, description="what rules may do in one chain of consequences"
    )
    invite_hours: Annotated[int, Field(ge=1, le=8760)] = Field(72, description="hours an invitation holds")

    _zone = field_validator("time_zone")(known_zone)
    _database = field_validator("database_url")(known_database)
    _storage = field_validator("document_storage")(known_storage)
    _backup_key = field_validator("backup_key")(known_backup_key)

    @field_validator("smtp_url")
    @classmethod
    def _known_mail(cls, value: SecretStr | None) -> SecretStr | None:
        if value is None or not value.get_secret_value():
            return None
        SmtpServer.parse(value.get_secret_value(), "")
        return value

    @field_validator("telegram_api_url", "openai_base_url")
    @classmethod
    def _known_server(cls, value: str | None) -> str | None:
        if value is None or is_address(value, "http", "https"):
            return value
        raise ValueError("must be an address such as https://api.example.org")

    @field_validator("openai_api_key", "webhook_secret")
    @classmethod
    def _no_empty_key(cls, value: SecretStr | None) -> SecretStr | None:
        return value if value and value.get_secret_value().strip() else None

    @field_validator("telegram_webhook_url")
    @classmethod
    def _known_webhook(cls, value: str | None) -> str | None:
        """Plain http is for a Bot API server on this machine; Telegram's own asks for https."""
        if value is None or is_address(value, "https") or (is_address(value, "http") and is_local(value)):
            return value
        raise ValueError("must be an https address that ends in /telegram/webhook")

    _secret_shape = field_validator("telegram_webhook_secret")(secret_shape)

    @field_validator("telegram_proxy")
    @classmethod
    def _known_proxy(cls, value: str | None) -> str | None:
        if value is None or value.startswith(("http://", "https://", "socks4://", "socks5://")):
            return value
        raise ValueError("must begin with http://, socks4:// or socks5://")

    _token_shape = field_validator("telegram_bot_token")(token_shape)

    @model_validator(mode="after")
    def _webhook_has_secret(self) -> "Settings":
        if self.telegram_webhook_url and self.telegram_webhook_secret is None:
            raise ValueError("TELEGRAM_WEBHOOK_SECRET is required with TELEGRAM_WEBHOOK_URL")
        return self

    @model_validator(mode="after")
    def _two_ports(self) -> "Settings":
        """With a token no sandbox listens."""
        if self.sandbox and self.sandbox_port == self.web_port:
            raise ValueError(f"SANDBOX_PORT and WEB_PORT are both {self.web_port}; name two different ports")
        return self

    @property
    def sandbox(self) -> bool:
        return self.telegram_bot_token is None

    @property
    def brokerage(self) -> Brokerage:
        return Brokerage(
            region=self.region.value,
            zone=ZoneInfo(self.time_zone or _ZONES[self.region]),
            currency=self.currency or _CURRENCIES[self.region],
            invite_holds=timedelta(hours=self.invite_hours),
            lead_limits=LeadLimits(
                leads_an_hour=self.leads_an_hour,
                moves_an_hour=self.lead_moves_an_hour,
                uploads_an_hour=self.lead_uploads_an_hour,
                analyses_a_day=self.lead_analyses_a_day,
                capacity=self.lead_capacity,
                model_calls_a_day=self.ai_calls_a_day,
            ),
            name=self.brokerage_name,
            chain_limit=self.rule_chain_limit,
            webhooks=self.webhook_secret is not None,
            local_hosts=frozenset(host.strip() for host in self.webhook_local_hosts.split(",") if host.strip()),
            email=self.smtp_url is not None,
            reminders=ReminderHours(
                brief_at=self.brief_at,
                quiet_from=self.quiet_from,
                quiet_to=self.quiet_to,
                stale_leads_a_run=self.stale_leads_a_run,
            ),
        )

    @property
    def model_access(self) -> ModelAccess | None:
        """None where the rules score."""
        if self.openai_api_key is None:
            return None
        return ModelAccess(
            api_key=self.openai_api_key.get_secret_value(),
            base_url=self.openai_base_url,
            model=self.ai_model,
            api=self.ai_api,
            timeout=self.ai_timeout,
            input_price=self.ai_price_in,
            output_price=self.ai_price_out,
        )

    @property
    def backups(self) -> Path:
        return self.backup_folder or self.data_dir / "backups"

    @property
    def database(self) -> str:
        if self.database_url is None:
            return f"sqlite+aiosqlite:///{self.data_dir / 'crm.sqlite3'}"
        return self.database_url.replace("postgresql://", "postgresql+psycopg://", 1)

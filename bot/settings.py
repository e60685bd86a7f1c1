"""The program's settings, from the environment or `.env`; every one is explained in `.env.example`.

Settings of the school itself (bells, grace, which notices need approval) are rows in the database.
"""

from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict


class Settings(BaseSettings):
    """What this machine needs to know; `DATABASE_URL` defaults to a SQLite file in `DATA_DIR`."""

    model_config = SettingsConfigDict(env_file=".env", extra="ignore", env_ignore_empty=True)

    data_dir: Path = Path("data")
    database_url: str = ""
    backup_dir: Path | None = None
    telegram_token: str = Field(default="", repr=False)
    telegram_api_base: str = "https://api.telegram.org"
    zalo_bot_token: str = Field(default="", repr=False)
    zalo_api_base: str = "https://bot-api.zaloplatforms.com"
    zalo_bot_monthly: int = Field(default=3000, ge=0)
    zalo_app_id: str = ""
    zalo_app_secret: str = Field(default="", repr=False)
    zalo_oa_id: str = ""
    zalo_oa_secret: str = Field(default="", repr=False)
    zalo_oa_access_token: str = Field(default="", repr=False)
    zalo_oa_refresh_token: str = Field(default="", repr=False)
    zalo_oa_buttons: int = Field(default=5, ge=0, le=5)
    zalo_oa_api_base: str = "https://openapi.zalo.me"
    zalo_zbs_api_base: str = "https://business.openapi.zalo.me"
    zalo_oauth_base: str = "https://oauth.zaloapp.com"
    public_url: str = ""
    webhook_port: int = 8443
    status_port: int = Field(default=0, ge=0)
    sandbox_port: int = 8088
    timezone: str = "Asia/Ho_Chi_Minh"
    grace_seconds: int = Field(default=300, ge=0)
    clock_start: datetime | None = None
    messages_per_second: int = Field(default=30, ge=0)
    log_level: str = "INFO"

    @property
    def has_messenger(self) -> bool:
        """Whether any messenger is set up."""
        return bool(self.telegram_token or self.zalo_bot_token or self.zalo_app_id)

    @property
    def zone(self) -> ZoneInfo:
        """The school's timezone."""
        return ZoneInfo(self.timezone)

    @property
    def url(self) -> str:
        """The database's address."""
        return self.database_url or f"sqlite+aiosqlite:///{self.data_dir / 'solienlac.db'}"

"""Templates: texts that Zalo approved, with gaps that only short values fit into."""

import re
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from sandbox.store import Json, Store
from sandbox.zalo.oa_errors import ZBS_DATA, ZBS_MISSING, ZBS_TOO_LONG, OaError

GAP = re.compile(r"<([a-z0-9_]+)>")
LONGEST = {
    "name": 30,
    "code": 30,
    "label": 30,
    "date": 20,
    "contact": 50,
    "address": 200,
    "product_name": 200,
}
DEFAULT_ID = "7895417a7d3f9461cd2e"


class TemplateError(ValueError):
    """A template that cannot be."""


class Param(BaseModel):
    """A gap: `max` (characters) defaults to what Zalo allows for its type."""

    model_config = ConfigDict(extra="forbid")
    name: str = Field(pattern=r"^[a-z0-9_]+$")
    type: Literal["name", "code", "label", "date", "contact", "address", "product_name"] = "label"
    max: int | None = Field(default=None, ge=1)
    required: bool = True

    @property
    def longest(self) -> int:
        """The characters that fit."""
        return self.max or LONGEST[self.type]


class Button(BaseModel):
    """A button with the address that one of the gaps carries."""

    model_config = ConfigDict(extra="forbid")
    title: str = Field(min_length=5, max_length=30)
    url_param: str


class Template(BaseModel):
    """A template; `uid` says whether it may be sent by user id, prices are in đồng."""

    model_config = ConfigDict(extra="forbid")
    template_id: str = Field(min_length=1)
    name: str = Field(min_length=1)
    text: str = Field(min_length=9)
    params: list[Param] = []
    button: Button | None = None
    status: Literal["approved", "pending", "rejected", "disabled"] = "approved"
    price_sdt: int = 800
    price_uid: int = 560
    uid: bool = True

    def record(self) -> Json:
        """The facts to keep."""
        return self.model_dump()

    def check(self) -> None:
        """Raise TemplateError where text or button name a gap that is not there."""
        known = {param.name for param in self.params}
        used = set(GAP.findall(self.text)) | ({self.button.url_param} if self.button else set())
        if used - known:
            raise TemplateError(f"no parameter {', '.join(sorted(used - known))}")

    def values(self, data: Any) -> dict[str, str]:
        """The values of a call; raises OaError -112, -1121 or -1122."""
        if not isinstance(data, dict):
            raise OaError(ZBS_DATA, "template_data is invalid")
        known = {param.name for param in self.params}
        if extra := sorted(set(data) - known):
            raise OaError(ZBS_DATA, f"Template parameter {extra[0]} does not exist")
        for param in self.params:
            value = data.get(param.name)
            if value is None or value == "":
                if param.required:
                    raise OaError(ZBS_MISSING, f"Parameter {param.name} is missing")
            elif not isinstance(value, str):
                raise OaError(ZBS_DATA, f"Parameter {param.name} is invalid")
            elif len(value) > param.longest:
                reason = f"Parameter {param.name} is longer than {param.longest} characters"
                raise OaError(ZBS_TOO_LONG, reason)
        return {name: value or "" for name, value in data.items()}

    def filled(self, values: dict[str, str]) -> str:
        """The text as the person reads it, under the template's name."""
        text = GAP.sub(lambda gap: values.get(gap[1], ""), self.text)
        return f"{self.name}\n{text}"

    def buttons(self, values: dict[str, str]) -> list[Json]:
        """Its button, as a phone shows it."""
        if self.button is None or not values.get(self.button.url_param):
            return []
        url = values[self.button.url_param]
        return [{"text": self.button.title, "kind": "url", "url": url}]


class Templates:
    """All templates of the account, the one of the school among them."""

    def __init__(self, store: Store) -> None:
        """Read them back; a new sandbox has the school's."""
        self._store = store
        self.all = {key: Template(**record) for key, record in store.load("zalo_template")}
        if not self.all:
            self.put(SCHOOL_NOTICE)

    def put(self, template: Template) -> None:
        """Keep a new or changed template."""
        self.all[template.template_id] = template
        self._store.put("zalo_template", template.template_id, template)

    def define(self, wishes: Any) -> None:
        """Take templates from the control API's JSON; raises TemplateError, changing nothing."""
        if not isinstance(wishes, list):
            raise TemplateError("a JSON list of templates is expected")
        new = []
        for wish in wishes:
            try:
                template = Template.model_validate(wish)
            except ValidationError as error:
                first = error.errors()[0]
                place = ".".join(str(step) for step in first["loc"])
                raise TemplateError(f"{place}: {first['msg']}") from error
            template.check()
            new.append(template)
        for template in new:
            self.put(template)


SCHOOL_NOTICE = Template(
    template_id=DEFAULT_ID,
    name="Thông báo của nhà trường",
    text=(
        "<school> kính gửi gia đình em <pupil>.\n"
        "Có thông báo mới: <title>\n"
        "Ngày: <date>\n"
        "Mời gia đình bấm nút bên dưới để xem."
    ),
    params=[
        Param(name="school", type="contact"),
        Param(name="pupil", type="name"),
        Param(name="title", type="product_name"),
        Param(name="date", type="date"),
        Param(name="link", type="address"),
    ],
    button=Button(title="Xem thông báo", url_param="link"),
)

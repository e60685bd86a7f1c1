"""Other ways to write the same letters: keys of Telex and VNI, NFD, òa for oà, i for y."""

import re
import unicodedata

from benchmarks.name_oracle import bare

TELEX = {"\u0300": "f", "\u0301": "s", "\u0303": "x", "\u0309": "r", "\u0323": "j"}
_VNI = {"\u0300": "2", "\u0301": "1", "\u0303": "4", "\u0309": "3", "\u0323": "5"}
_VNI_MARK = {"\u0302": "6", "\u031b": "7", "\u0306": "8"}


def nfd(text: str) -> str:
    """Letters and marks apart."""
    return unicodedata.normalize("NFD", text)


def other_tone_place(text: str) -> str | None:
    """òa for oà and the other way round."""
    tones = "".join(TELEX)
    apart = unicodedata.normalize("NFD", text)
    new = re.sub(rf"([oOuU])([{tones}])([aeyAEY])(?![a-zA-Z])", r"\1\3\2", apart)
    if new == apart:
        new = re.sub(rf"(?<![qQ])([oOuU])([aeyAEY])([{tones}])(?![a-zA-Z])", r"\1\3\2", apart)
    return None if new == apart else unicodedata.normalize("NFC", new)


def keys(text: str, vni: bool, late: bool) -> str | None:
    """Telex or VNI keys as typed; `late` puts every mark's key at the end of the word."""
    out = []
    for word in text.split():
        body, end = "", ""
        for sign in unicodedata.normalize("NFD", word):
            if sign in TELEX:
                end += _VNI[sign] if vni else TELEX[sign]
            elif sign in _VNI_MARK:
                key = _VNI_MARK[sign] if vni else {"6": body[-1].lower()}.get(_VNI_MARK[sign], "w")
                if late:
                    end = end if key in "w7" and key in end else key + end
                else:
                    body += key
            elif sign in "đĐ":
                key = "9" if vni else "d"
                body += ("D" if sign == "Đ" else "d") + ("" if late else key)
                end += key if late else ""
            elif unicodedata.combining(sign):
                return None
            else:
                body += sign
        out.append(body + end)
    return None if (query := " ".join(out)) == text else query


def tone_at_vowel(text: str) -> str | None:
    """Telex with the tone's key right behind its vowel: Nguyeexn."""
    out = ""
    for sign in unicodedata.normalize("NFD", text):
        if sign in TELEX:
            out += TELEX[sign]
        elif sign in _VNI_MARK:
            out += {"6": out[-1:].lower()}.get(_VNI_MARK[sign], "w")
        elif sign in "đĐ":
            out += "dd"
        else:
            out += sign
    return None if out == text else out


def i_y(text: str) -> str | None:
    """i for y at the end of a word and the other way round, where both are read the same."""

    def swap(word: str) -> str:
        plain = bare(word)
        if len(plain) < 2 or plain[-1] not in "iy" or plain[-2] in "aeo":
            return word
        if plain[-2] in "ui" and plain[-3:-1] != "qu":
            return word
        apart = unicodedata.normalize("NFD", word)
        at = max(apart.rfind("i"), apart.rfind("y"))
        other = "y" if apart[at] == "i" else "i"
        return unicodedata.normalize("NFC", apart[:at] + other + apart[at + 1 :])

    words = text.split()
    changed = [swap(word) for word in words]
    return None if words == changed else " ".join(changed)

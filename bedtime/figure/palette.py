"""The figure's colours: each theme's own, from the design's tokens, with the skin and hair of each body."""

from dataclasses import dataclass
from enum import StrEnum

Colour = tuple[int, int, int]


class Theme(StrEnum):
    """Where the colours come from."""

    NIGHT = "night"
    DIM = "dim"
    CRAMP = "cramp"
    DAY = "day"
    HIGH_CONTRAST = "high-contrast"


def colour(text: str) -> Colour:
    """`#rrggbb` as three numbers."""
    return int(text[1:3], 16), int(text[3:5], 16), int(text[5:7], 16)


def blend(a: Colour, b: Colour, t: float) -> Colour:
    """The colour at the share `t` of the way from `a` to `b`."""
    r, g, bl = (round(x + (y - x) * t) for x, y in zip(a, b, strict=True))
    return r, g, bl


@dataclass(frozen=True, slots=True)
class Tints:
    """What a theme gives: the night (what distance fades to), a material lit and in shade, the glow, the room."""

    night: str
    backdrop: tuple[str, str]
    skin: tuple[str, str]
    top: tuple[str, str]
    legs: tuple[str, str]
    hair: tuple[str, str]
    glow: tuple[str, str]  # core, edge
    bloom: str
    seam: str
    shadow: str
    mat: tuple[str, str, str]  # face, edge, line
    wood: tuple[str, str, str]  # light, middle, dark
    cloth: tuple[str, str]
    towel: tuple[str, str]
    band: tuple[str, str]
    wall: tuple[str, str, str]  # foot, middle, skirting
    cut: str
    floor: str
    bed: tuple[str, str, str]
    sheet: tuple[str, str, str]


NIGHT = Tints(
    night="#0C0806", backdrop=("#2A1B11", "#170F0A"), skin=("#C9925F", "#9A6A42"), top=("#8E5B39", "#643E26"),
    legs=("#5E4131", "#402B20"), hair=("#3F291C", "#2C1C13"), glow=("#FFB566", "#F08A3C"), bloom="#FF9A45",
    seam="#0E0B0A", shadow="#060403", mat=("#33231A", "#22170F", "#4A3120"), wood=("#6E4D33", "#5A3E29", "#3E2A1B"),
    cloth=("#8A6A4C", "#6A4F37"), towel=("#B8946A", "#8C6A48"), band=("#A8603A", "#7A4228"),
    wall=("#33241A", "#281B13", "#3A291D"), cut="#1E140D", floor="#3A2D25",
    bed=("#5B463A", "#4A382E", "#3E2F27"), sheet=("#4F3A2A", "#40301F", "#352718"),
)  # fmt: skip


def dimmed(tints: Tints, night: str, k: float, skin: tuple[str, str], glow: tuple[str, str]) -> Tints:
    """The same colours with only the share `k` of their light over a darker night."""

    def down(c: str) -> str:
        return "#{:02X}{:02X}{:02X}".format(*(round(v * k) for v in colour(c)))

    return Tints(
        night=night, backdrop=(down(tints.backdrop[0]), down(tints.backdrop[1])), skin=skin,
        top=(down(tints.top[0]), down(tints.top[1])), legs=(down(tints.legs[0]), down(tints.legs[1])),
        hair=(down(tints.hair[0]), down(tints.hair[1])), glow=glow, bloom=glow[1], seam=night, shadow=night,
        mat=(down(tints.mat[0]), down(tints.mat[1]), down(tints.mat[2])),
        wood=(down(tints.wood[0]), down(tints.wood[1]), down(tints.wood[2])),
        cloth=(down(tints.cloth[0]), down(tints.cloth[1])), towel=(down(tints.towel[0]), down(tints.towel[1])),
        band=(down(tints.band[0]), down(tints.band[1])),
        wall=(down(tints.wall[0]), down(tints.wall[1]), down(tints.wall[2])), cut=down(tints.cut),
        floor=down(tints.floor), bed=(down(tints.bed[0]), down(tints.bed[1]), down(tints.bed[2])),
        sheet=(down(tints.sheet[0]), down(tints.sheet[1]), down(tints.sheet[2])),
    )  # fmt: skip


THEMES: dict[Theme, Tints] = {
    Theme.NIGHT: NIGHT,
    Theme.DIM: dimmed(NIGHT, "#060302", 0.55, ("#6B4A30", "#523722"), ("#B87438", "#9A5A28")),
    Theme.CRAMP: dimmed(NIGHT, "#000000", 0.55, ("#7A4420", "#5A3016"), ("#D87830", "#B85A20")),
    Theme.DAY: Tints(
        night="#E9D9C2", backdrop=("#FDF8F0", "#F8F1E6"), skin=("#E2AE80", "#C98F62"), top=("#A96A42", "#885231"),
        legs=("#75523D", "#5B3F2F"), hair=("#6B4A35", "#523626"), glow=("#FF9A3C", "#E0681A"), bloom="#FF9E45",
        seam="#3A2417", shadow="#8A6A48", mat=("#DCC4A4", "#BFA27E", "#F2E2CB"), wood=("#C79C70", "#AF8459", "#8F6843"),
        cloth=("#FBF2E2", "#CDB48E"), towel=("#86A08A", "#5E7A66"), band=("#C9642F", "#9C4A20"),
        wall=("#EAD9C0", "#F0E3CF", "#D6BF9F"), cut="#DCC9AC", floor="#E6D3B8",
        bed=("#B8946A", "#A27E58", "#8A6845"), sheet=("#E9D8BD", "#D9C4A2", "#C6AE89"),
    ),
    Theme.HIGH_CONTRAST: Tints(
        night="#000000", backdrop=("#000000", "#000000"), skin=("#CC9462", "#9C6B42"), top=("#9A683C", "#6C4829"),
        legs=("#6E4A32", "#4A3122"), hair=("#5A3C28", "#3A2618"), glow=("#FFE3BC", "#FFB45C"), bloom="#FF9A45",
        seam="#000000", shadow="#000000", mat=("#2A1A0E", "#1A1009", "#7A5330"), wood=("#8A5E3A", "#6E4A2C", "#4E3420"),
        cloth=("#A88460", "#7E6044"), towel=("#E0BC8E", "#A88458"), band=("#E08A50", "#A86030"),
        wall=("#2E1E12", "#22160D", "#7A5330"), cut="#140C06", floor="#2A1A0E",
        bed=("#6E543F", "#543F30", "#403024"), sheet=("#6A4E36", "#4E3826", "#3A2A1C"),
    ),
}  # fmt: skip

GREY = 1.35  # how much brighter the brightest of the three colours is than the darkest

# What a body has of its own: the colour towards which a material goes from the theme's, how far, how much lighter.
OWN: dict[str, dict[str, tuple[str, float, float]]] = {
    "ada": {},
    "walter": {
        "skin": ("#8A5A3C", 0.35, 1.0),
        "hair": ("#B8AEA4", 0.88, 2.3),
        "top": ("#4E5A48", 0.55, 1.0),
        "legs": ("#3A3A40", 0.45, 1.0),
    },
}


class Palette:
    """The colour of every role for one theme and body."""

    def __init__(self, theme: Theme = Theme.NIGHT, body: str = "ada") -> None:
        self.theme, self.body = theme, body
        tints = THEMES[theme]
        self.night = colour(tints.night)
        self._roles: dict[str, Colour] = {"night": self.night}
        self._materials(tints, OWN[body])
        self._room(tints)

    def _materials(self, tints: Tints, own: dict[str, tuple[str, float, float]]) -> None:
        roles = self._roles
        for material in ("skin", "top", "legs", "hair"):
            lit, shade = (colour(c) for c in getattr(tints, material))
            if material in own:
                text, share, lighter = own[material]
                lit, shade = (_recoloured(tint, colour(text), share, lighter) for tint in (lit, shade))
            roles[f"{material}.lit"], roles[f"{material}.shade"] = lit, shade
        skin, skin_shade, hair, hair_shade = (roles[r] for r in ("skin.lit", "skin.shade", "hair.lit", "hair.shade"))
        line = colour(NIGHT.hair[1]) if self.theme is not Theme.DAY else colour(tints.hair[1])
        roles["eye"], roles["brow"] = blend(line, skin_shade, 0.15), blend(hair_shade, skin_shade, 0.5)
        roles["mouth"] = blend(skin_shade, colour("#7A3F35"), 0.55)
        roles["ear"], roles["ear.inside"] = blend(skin, skin_shade, 0.08), blend(skin, skin_shade, 0.9)
        grey = max(hair) < GREY * min(hair)  # grey hair shows its strands dark, brown hair light
        roles["strand"] = hair_shade if grey else blend(hair, colour("#C79A7A"), 0.22)
        core, edge = colour(tints.glow[0]), colour(tints.glow[1])
        for i in range(7):
            roles[f"glow.{i}"] = blend(edge, core, i / 6)
        roles["bloom"], roles["seam"], roles["shadow"] = colour(tints.bloom), colour(tints.seam), colour(tints.shadow)

    def _room(self, tints: Tints) -> None:
        names = {
            "backdrop": ("near", "middle"), "mat": ("face", "edge", "line"), "wood": ("light", "middle", "dark"),
            "cloth": ("lit", "shade"), "towel": ("lit", "shade"), "band": ("lit", "shade"),
            "wall": ("foot", "middle", "skirting"), "bed": ("top", "front", "side"), "sheet": ("top", "front", "side"),
        }  # fmt: skip
        for group, kinds in names.items():
            for kind, text in zip(kinds, getattr(tints, group), strict=True):
                self._roles[f"{group}.{kind}"] = colour(text)
        self._roles["cut"], self._roles["floor"] = colour(tints.cut), colour(tints.floor)
        self._roles["arrow"] = self._roles["glow.6"]

    @property
    def adds_light(self) -> bool:
        """Whether light round a muscle is added to what is below; on a bright ground that would only be white."""
        return self.theme is not Theme.DAY

    def __getitem__(self, role: str) -> Colour:
        """The colour of a role."""
        return self._roles[role]

    def seen(self, role: str, far: float) -> Colour:
        """The colour of a role, mixed with the night by the share `far`."""
        return blend(self._roles[role], self.night, far) if far else self._roles[role]


def _recoloured(own: Colour, towards: Colour, share: float, lighter: float) -> Colour:
    """A tint towards another colour at about its own brightness, so that each theme keeps its light."""
    k = share * max(sum(own), 1) / max(sum(towards), 1)
    r, g, b = (min(255, round((x * (1 - share) + y * k) * lighter)) for x, y in zip(own, towards, strict=True))
    return r, g, b

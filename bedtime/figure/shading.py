"""A part in two tones: the shape in shade, and the same shape moved to the light and clipped to where it was."""

from bedtime.figure.display import Clipped, Fill, Ink, Op, Path
from bedtime.figure.outline import Blob, Chain, envelope
from bedtime.figure.parts import SEAM, Part, Seam


def seam_chains(part: Part, seam: Seam, width: float) -> list[Chain]:
    """The part's shape grown by a hair, thinning out towards the joints where it goes on."""
    out: list[Chain] = []
    for n, (chain, index) in enumerate(zip(part.chains, part.index, strict=True)):
        if n and seam.first_chain_only:
            continue
        grown: Chain = []
        for i, blob in zip(index, chain, strict=True):
            k = 1.0
            if n == 0:
                k = min(max((i - seam.begins) / 3, 0.0), 1.0)
                if seam.ends:
                    k *= min((part.lengths[n] - 1 - i) / seam.ends, 1.0)
            if k > 0 or grown:
                grown.append(blob.grown(width * k))
        if len(grown) > 1 or part.lengths[n] == 1:
            out.append(grown)
    return out


def seam_ops(part: Part, under: Path, scale: float) -> list[Op]:
    """The dark edge that sets a part off from what it covers, and shows nowhere else."""
    if part.seam is None:
        return []
    fills = (
        Fill(envelope(*seam_chains(part, part.seam, SEAM * scale * width)), Ink("seam", part.seam.alpha * dark / 255))
        for width, dark in part.seam.layers
    )
    return [Clipped(under, tuple(fills))]


def lit_share(part: Part, ring: int) -> float:
    """The share of a ring in the light. Near the joint it hangs from it tends to all, so no shadow rings the joint."""
    if ring >= part.ramp:
        return part.lit
    return float(part.lit + (0.985 - part.lit) * (1 - ring / part.ramp) ** 0.8)


def lit_chains(part: Part) -> list[Chain]:
    """The part moved to the light."""
    out: list[Chain] = []
    for chain, index in zip(part.chains, part.index, strict=True):
        out.append([blob.towards_light(lit_share(part, i)) for i, blob in zip(index, chain, strict=True)])
    out += [_to_light(chain, part.lit) for chain in part.extra]
    return out + [_to_light(chain, part.lit) for chain in part.also_lit]


def _to_light(chain: Chain, share: float) -> list[Blob]:
    return [blob.towards_light(share) for blob in chain]


def part_ops(part: Part, far: float) -> tuple[list[Op], Path]:
    """The part itself, and its outline."""
    lit, shade = Ink(f"{part.material}.lit", 1.0, far), Ink(f"{part.material}.shade", 1.0, far)
    pieces = [envelope(chain) for chain in part.chains + part.extra]
    outline: Path = [piece for path in pieces for piece in path]
    ops: list[Op] = []
    if part.ramp:  # the first rings melt into the part that carries this one: no shade underneath
        beyond = [piece for path in pieces[1:] for piece in path]
        ops.append(Fill(envelope(part.chains[0][2:]) + beyond, shade))
        ops.append(Fill(envelope(part.chains[0][:3]), lit))
    else:
        ops.append(Fill(outline, shade))
    clip = outline + envelope(*part.also_lit) if part.also_lit else outline
    ops.append(Clipped(clip, (Fill(envelope(*lit_chains(part)), lit),)))
    return ops, outline

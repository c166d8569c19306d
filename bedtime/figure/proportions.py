"""How long a person's bones are: one table, from which every body takes its own.

In the neutral stance (arms hanging, feet flat) no joint is turned, so all offsets are plain body coordinates.
"""

from dataclasses import dataclass

from bedtime.figure.vectors import Vec


@dataclass(frozen=True, slots=True)
class Proportions:
    """Lengths in metres of a figure 1.70 m tall, which is 7.5 heads."""

    thigh: float = 0.42
    shin: float = 0.415
    upper_arm: float = 0.275
    forearm: float = 0.245
    hip_half: float = 0.088
    ankle_height: float = 0.075
    ball: Vec = (0.118, -0.058, 0.0)  # the toe joint, from the ankle
    heel_back: float = 0.045
    palm: float = 0.075  # the middle of the palm, below the wrist
    palm_thickness: float = 0.016
    shoulder: Vec = (0.010, 0.125, 0.150)  # from the chest joint, right side
    shrug: Vec = (0.018, 0.045, -0.022)  # the girdle rides along when the arm is raised; without it arms look broken
    lumbar: Vec = (-0.015, 0.09, 0.0)
    waist: Vec = (0.008, 0.13, 0.0)
    chest: Vec = (-0.018, 0.14, 0.0)
    neck: Vec = (-0.008, 0.15, 0.0)
    head: Vec = (0.024, 0.086, 0.0)

    @property
    def trunk(self) -> tuple[tuple[str, str, Vec], ...]:
        """Joint, the joint that carries it, and the way between them, from the pelvis up."""
        return (
            ("lumbar", "pelvis", self.lumbar),
            ("waist", "lumbar", self.waist),
            ("chest", "waist", self.chest),
            ("neck", "chest", self.neck),
            ("head", "neck", self.head),
        )


STANDARD = Proportions()

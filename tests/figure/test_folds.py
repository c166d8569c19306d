"""Cloth folds where a joint bends, and only there."""

from bedtime.figure.camera import view_from
from bedtime.figure.display import Ops, Stroke
from bedtime.figure.folds import fold_ops
from bedtime.figure.pose import LegJoints, Pose
from bedtime.figure.posing import pose_at_rest


def folds(pose: Pose, part: str) -> Ops:
    return tuple(fold_ops(part, pose_at_rest(pose), view_from(0, 8), [[(0.0, 0.0)]], 0.0))


def test_straight_legs_have_no_folds() -> None:
    assert folds(Pose(), "right_thigh") == folds(Pose(), "right_shin") == ()


def test_a_bent_knee_folds_the_cloth_above_and_below_it() -> None:
    bent = Pose(right_leg=LegJoints(hip=(0, 0, 0), knee=100))
    assert folds(bent, "right_thigh")
    assert folds(bent, "right_shin")
    assert not folds(bent, "left_thigh")


def test_the_further_it_bends_the_darker_the_fold() -> None:
    def dark(knee: float) -> float:
        (clipped,) = folds(Pose(right_leg=LegJoints(hip=(0, 0, 0), knee=knee)), "right_shin")
        (stroke,) = clipped.ops  # type: ignore[union-attr]
        assert isinstance(stroke, Stroke)
        return stroke.ink.alpha

    assert dark(70) < dark(90)


def test_skin_has_no_folds() -> None:
    assert folds(Pose(), "right_fore") == folds(Pose(), "head") == ()

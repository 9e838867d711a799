"""The map of municipalities, as the build has drawn it."""

from radslag.ground.shell.drawing.sweden import map_of, outlines


def test_all_municipalities_of_sweden_are_drawn() -> None:
    assert len(outlines()) == 290
    assert outlines()["0128"]["name"] == "Salem"


def test_the_drawing_is_in_the_national_grid() -> None:
    west, north, east, south = outlines()["1480"]["box"]
    assert 300_000 < 200_000 + 20 * west < 200_000 + 20 * east < 340_000
    assert 6_380_000 < 7_700_000 - 20 * south < 7_700_000 - 20 * north < 6_420_000


def test_a_name_stands_inside_its_municipality() -> None:
    for outline in outlines().values():
        (x, y), (west, north, east, south) = outline["label"], outline["box"]
        assert west < x < east
        assert north < y < south


def test_a_map_holds_its_areas_and_shades_them_by_value() -> None:
    drawn = map_of(["0128", "0126", "9999"], values={"0128": 10, "0126": 100})
    assert drawn is not None
    assert {area.name: area.level for area in drawn.areas} == {"Salem": 1, "Huddinge": 4}
    west, north, width, height = (float(part) for part in drawn.view_box.split())
    assert all(west < area.x < west + width and north < area.y < north + height for area in drawn.areas)


def test_no_known_municipality_makes_no_map() -> None:
    assert map_of(["9999"]) is None
    assert map_of([]) is None


def test_areas_without_value_are_left_blank() -> None:
    drawn = map_of(["0128"], values={"0128": 0})
    assert drawn is not None
    assert drawn.areas[0].level == 0

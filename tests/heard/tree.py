"""The tree that a browser at this desk gives to assistive technology (AT-SPI): what is on the page, an indented line each.

A line is the role, the name, the description where there is one, and the states that a person is told of. Knows no browser.
"""

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

STATES = ["CHECKED", "EXPANDED", "FOCUSED", "INVALID_ENTRY", "PRESSED", "REQUIRED", "SELECTED"]


def children(accessible):
    count = accessible.get_child_count()
    return filter(None, (accessible.get_child_at_index(place) for place in range(count)))


def documents(accessible):
    """The pages that are shown, however deep in windows they lie."""
    if accessible.get_role() == Atspi.Role.DOCUMENT_WEB:
        if accessible.get_state_set().contains(Atspi.StateType.SHOWING):
            yield accessible
        return
    for child in children(accessible):
        yield from documents(child)


def words(accessible):
    """The name, else the text of its own, where what stands inside isn't said by others."""
    name = accessible.get_name()
    own = accessible.get_text_iface()
    if name or not own:
        return name or ""
    text = Atspi.Text.get_text(own, 0, -1)
    return " ".join(text.replace("\ufffc", " ").split())


def show(accessible, depth):
    states = accessible.get_state_set()
    told = [name.lower() for name in STATES if states.contains(getattr(Atspi.StateType, name))]
    inside = list(children(accessible))
    # Chromium has texts as children of their own.
    has_texts = any(child.get_role() == Atspi.Role.STATIC for child in inside)
    said = accessible.get_name() if has_texts else words(accessible)
    name = f"'{said}'" if said else ""
    print("  " * depth + " ".join(filter(None, [accessible.get_role_name(), name, accessible.get_description(), *told])))
    # What a list that is closed holds, WebKit tells when it likes.
    if accessible.get_role() == Atspi.Role.COMBO_BOX:
        return
    for child in inside:
        show(child, depth + 1)


for application in children(Atspi.get_desktop(0)):
    for document in documents(application):
        try:
            show(document, 0)
        except GLib.Error as error:
            # The page changed under our hands.
            print("!", error)

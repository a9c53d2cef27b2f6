"""The one kind of failure that is shown to a delegate as a sentence."""


class NameplateError(Exception):
    """Something a person can cause or mend; its text is one sentence that says what to do.

    Anything else that is raised is a fault of the program and is reported as one.
    """

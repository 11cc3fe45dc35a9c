"""Stands in for the module by which Orca speaks: writes each phrase into the file that ROKADE_SAID names, a line for each
and at once, instead of handing it to a voice. It has of the real module what Orca 43 to 48 call, and knows nothing else."""
import html
import os
import re


class CallbackType:
    INDEX_MARK = "index_marks"
    BEGIN = "begin"
    END = "end"
    CANCEL = "cancel"
    PAUSE = "pause"
    RESUME = "resume"


class Priority:
    IMPORTANT = "important"
    MESSAGE = "message"
    TEXT = "text"
    NOTIFICATION = "notification"
    PROGRESS = "progress"


class PunctuationMode:
    ALL = "all"
    NONE = "none"
    SOME = "some"
    MOST = "most"


class DataMode:
    TEXT = "text"
    SSML = "ssml"


class SSIPError(Exception):
    pass


class SSIPCommunicationError(SSIPError):
    pass


class SSIPCommandError(SSIPError):
    pass


class SSIPClient:
    def __init__(self, *_, **__):
        self._file = open(os.environ["ROKADE_SAID"], "a", encoding="utf-8", buffering=1)

    def speak(self, text, callback=None, event_types=None):
        """`text` is marked up, with a mark before each word."""
        self._write(html.unescape(re.sub(r"<[^>]*>", "", text)))
        # Whoever reads on waits for this.
        for kind in (CallbackType.BEGIN, CallbackType.END):
            if callback and (event_types is None or kind in event_types):
                callback(kind)

    def char(self, char):
        self._write(char)

    def key(self, key):
        self._write(key)

    def list_output_modules(self):
        return ()

    def list_synthesis_voices(self, *_):
        return ()

    def close(self):
        self._file.close()

    def __getattr__(self, name):
        """What is set changes nothing, and what is asked for isn't known."""
        if name.startswith(("set_", "get_")) or name in ("cancel", "stop", "pause", "resume"):
            return lambda *_, **__: None
        raise AttributeError(name)

    def _write(self, text):
        phrase = " ".join(text.split())
        if phrase:
            self._file.write(phrase + "\n")

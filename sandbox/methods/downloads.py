"""getFile, and the bytes behind its path."""

from typing import Any

from sandbox.call import Call
from sandbox.errors import bad_request
from sandbox.files import DOWNLOAD_LIMIT
from sandbox.methods.registry import api_method
from sandbox.world import World


@api_method("getFile")
def get_file(world: World, call: Call) -> dict[str, Any]:
    file = world.files.find(call.text("file_id"))
    if file is None:
        raise bad_request("invalid file_id")
    if file.size > DOWNLOAD_LIMIT:
        raise bad_request("file is too big")
    return {
        "file_id": file.file_id,
        "file_unique_id": file.body["file_unique_id"],
        "file_size": file.size,
        "file_path": file.path,
    }

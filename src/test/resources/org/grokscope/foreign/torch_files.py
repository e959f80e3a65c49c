"""Writes the small files of this folder that test how PyTorch's files are read.

    python torch_files.py current    with torch 2.7.1: all but one
    python torch_files.py old        with torch 1.13.1: zip-1.13.pth
"""

import argparse
import io
import json
import os
import sys
import tarfile
from collections import OrderedDict

import torch


class Command:
    """Whoever executes what a pickle asks for, runs a command."""

    def __reduce__(self):
        return os.system, ("touch pickle-was-executed",)


def contents():
    torch.manual_seed(0)
    base = torch.arange(24, dtype=torch.float32).reshape(4, 6) / 7
    state = OrderedDict()
    state["plain"] = base
    state["transposed"] = base.t()
    state["shared"] = base[1:3, 2:5]
    state["every_second"] = base[:, ::2]
    state["parameter"] = torch.nn.Parameter(torch.tensor([1.5, -2.5]))
    state["double"] = torch.tensor([[1 / 3, -1e300]], dtype=torch.float64)
    state["half"] = torch.tensor([0.1, 65504.0, -6e-8], dtype=torch.float16)
    state["bfloat16"] = torch.tensor([0.1, 3e38], dtype=torch.bfloat16)
    state["long"] = torch.tensor([2**40 + 1, -3])
    state["scalar"] = torch.tensor(2.5)
    state["empty"] = torch.zeros(0, 3)
    state._metadata = OrderedDict([("", {"version": 1})])
    return {
        "model": state,
        "epoch": 300,
        "losses": [0.5, 1e-9, float("inf")],
        "done": True,
        "note": "gr\u00f8kked",
        "pairs": [(0, 1, 5), (4, 2, 5)],
        "none": None,
        "large": 2**80,
        "by_step": {100: "a", -1: "b"},
    }


def numbers(value):
    if isinstance(value, torch.Tensor):
        return {"shape": list(value.shape), "values": value.detach().double().flatten().tolist()}
    if isinstance(value, dict):
        return {str(key): numbers(each) for key, each in value.items()}
    return value


def main():
    if sys.argv[1] == "old":
        torch.save(contents(), "zip-1.13.pth")
        return
    torch.save(contents(), "current.pth")
    torch.save(contents(), "protocol-4.pth", pickle_protocol=4)
    with open("current.json", "w", encoding="utf-8") as file:
        json.dump(numbers(contents()["model"]), file, indent=1)
        file.write("\n")
    torch.save(contents(), "legacy.pth", _use_new_zipfile_serialization=False)
    # What torch.save wrote before version 0.1.10: torch has no code left that writes it.
    with tarfile.open("legacy-tar.pth", "w", format=tarfile.PAX_FORMAT) as tar:
        for name in ("sys_info", "pickle", "storages", "tensors"):
            data = f"{name}".encode()
            info = tarfile.TarInfo(name)
            info.size = len(data)
            tar.addfile(info, io.BytesIO(data))
    with open("current.pth", "rb") as whole, open("truncated.pth", "wb") as cut:
        data = whole.read()
        cut.write(data[: len(data) * 6 // 10])
    torch.save({"model": {"w": torch.ones(2)}, "arguments": argparse.Namespace(seed=1)}, "unknown-class.pth")
    torch.save({"model": {"w": torch.ones(2)}, "command": Command()}, "command.pth")
    torch.jit.save(torch.jit.script(torch.nn.Linear(1, 1)), "script.pth")


main()

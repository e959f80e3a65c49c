"""Writes the small TensorBoard files of this folder: the same curves as simple values and as tensors.

    pip install torch==2.7.1 tensorboard
    python curves.py
"""

import glob
import os
import shutil

from torch.utils.tensorboard import SummaryWriter

for name, new_style in (("simple", False), ("tensor", True)):
    shutil.rmtree(name, ignore_errors=True)
    writer = SummaryWriter(name)
    for step in range(0, 500, 100):
        writer.add_scalar("loss/train", 4.5 / (1 + step), step, new_style=new_style)
        writer.add_scalar("loss/test", 5.0 - step / 1000, step, new_style=new_style)
        writer.add_scalar("acc/train", min(1.0, step / 200), step, new_style=new_style)
    writer.add_text("note", "no curve", 0)
    writer.close()
    os.rename(glob.glob(f"{name}/events.out.tfevents.*")[0], f"{name}.tfevents")
    shutil.rmtree(name)

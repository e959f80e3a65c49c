/** Plans handed to Slurm: the batch script, what is asked of the cluster, and the commands that submit it. */
@NullMarked
package org.grokscope.study.slurm;

import org.jspecify.annotations.NullMarked;

package org.grokscope.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderTreeTest {
    @TempDir
    Path folder;

    @Test
    void onlyWhatWasLeftLongAgoIsSweptAway() throws IOException {
        Path left = FolderTree.make(folder, ".new-").path();
        Files.writeString(left.resolve("run.json"), "{");
        Path inTheMaking = FolderTree.make(folder, ".new-").path();
        Path other = Files.createDirectory(folder.resolve("other"));
        for (Path old : new Path[]{left, other}) {
            Files.setLastModifiedTime(old, FileTime.from(Instant.now().minus(Duration.ofDays(2))));
        }
        FolderTree.sweep(folder, ".new-");
        assertThat(folder).isDirectoryNotContaining(it -> it.equals(left));
        assertThat(inTheMaking).isDirectory();
        assertThat(other).isDirectory();
    }

    @Test
    void twoMayDeleteTheSameAndALinkIsNotFollowed() throws IOException {
        Path precious = Files.writeString(folder.resolve("precious"), "kept");
        Path tree = Files.createDirectories(folder.resolve("tree/a/b"));
        Files.createSymbolicLink(tree.resolve("link"), folder);
        new FolderTree(folder.resolve("tree")).delete();
        new FolderTree(folder.resolve("tree")).delete();
        assertThat(folder.resolve("tree")).doesNotExist();
        assertThat(precious).hasContent("kept");
    }
}

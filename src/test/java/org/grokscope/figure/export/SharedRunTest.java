package org.grokscope.figure.export;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.grokscope.SharesNothing;
import org.grokscope.file.FileProblem;
import org.grokscope.run.RunDirectory;
import org.jcodec.api.FrameGrab;
import org.jcodec.api.JCodecException;
import org.jcodec.common.io.NIOUtils;
import org.jcodec.common.model.Picture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Whole runs as files for people who do not have the program. */
@SharesNothing
class SharedRunTest {
    private static final Pattern ADDRESS = Pattern.compile("(?:src|href)=\"([^\"]{0,40})");

    @TempDir
    private Path folder;

    @Test
    void thePageHoldsAllThatItShowsAndAsksForNothing() throws IOException {
        String page = page("add-97-seed-123");
        assertThat(ADDRESS.matcher(page).results().map(MatchResult::group))
                .isNotEmpty().allMatch(it -> it.startsWith("src=\"data:image/svg+xml;base64,"));
        assertThat(page).doesNotContainPattern("https?://").doesNotContainPattern("@[A-Z]+@")
                .contains("It grokked at step 3,200.", "<th scope=\"row\">grokked</th><td>3,200</td>",
                        "The numbers on k = 14", "Weight decay");
    }

    @Test
    void aPairIsAskedOnlyWhereAnglesAdd() throws IOException {
        assertThat(page("add-97-seed-123")).contains("<input id=\"a\"");
        assertThat(page("multiply-97-seed-42")).doesNotContain("<input id=\"a\"").contains("\"sign\":0");
    }

    @Test
    void theFilmHasFramesThatDifferUpToTheLast() throws IOException {
        Path film = folder.resolve("run.gif");
        long bytes = SharedRun.GIF.write(run("add-97-seed-123"), film, false);
        assertThat(bytes).isEqualTo(Files.size(film)).isLessThan(10_000_000);
        ImageReader reader = readers().next();
        try (ImageInputStream in = ImageIO.createImageInputStream(film.toFile())) {
            reader.setInput(in);
            assertThat(reader.getNumImages(true)).isEqualTo(96);
            BufferedImage first = reader.read(0);
            assertThat(List.of(first.getWidth(), first.getHeight())).containsExactly(1280, 720);
            for (int frame = 1; frame < 96; frame++) {
                assertThat(reader.getWidth(frame) * reader.getHeight(frame)).as("frame " + frame).isGreaterThan(100);
            }
        } finally {
            reader.dispose();
        }
    }

    @Test
    void theMp4IsDecodedToFramesThatShowWhatTheGifShows() throws IOException, JCodecException {
        Path film = folder.resolve("run.mp4");
        long bytes = SharedRun.film(film).write(run("add-97-seed-123"), film, false);
        assertThat(bytes).isEqualTo(Files.size(film)).isLessThan(10_000_000);
        FrameGrab grab = FrameGrab.createFrameGrab(NIOUtils.readableChannel(film.toFile()));
        assertThat(grab.getVideoTrack().getMeta().getTotalFrames()).isEqualTo(96);
        assertThat(grab.getVideoTrack().getMeta().getTotalDuration()).isBetween(9.0, 10.1);
        Picture first = grab.getNativeFrame();
        assertThat(List.of(first.getCroppedWidth(), first.getCroppedHeight())).containsExactly(1280, 720);
        assertThat(first.getPlaneData(0)[0] + 128).as("white ground").isBetween(230, 240);
        byte[] before = first.getPlaneData(0).clone();
        int same = 0;
        for (int frame = 1; frame < 20; frame++) {
            byte[] now = grab.getNativeFrame().getPlaneData(0).clone();
            same += Arrays.equals(now, before) ? 1 : 0;
            before = now;
        }
        assertThat(same).as("frames in which nothing moves").isZero();
    }

    @Test
    void nothingIsReplacedUnasked() throws IOException {
        Path file = Files.writeString(folder.resolve("run.html"), "mine");
        assertThatThrownBy(() -> SharedRun.PAGE.write(run("add-97-seed-123"), file, false))
                .isInstanceOf(FileProblem.class).hasMessageContaining("--force");
        assertThat(file).hasContent("mine");
    }

    private String page(String run) throws IOException {
        Path file = folder.resolve(run + ".html");
        SharedRun.PAGE.write(run(run), file, false);
        return Files.readString(file);
    }

    private static RunDirectory run(String name) throws IOException {
        return RunDirectory.open(Path.of("sample-runs", name));
    }

    private static Iterator<ImageReader> readers() {
        return ImageIO.getImageReadersByFormatName("gif");
    }
}

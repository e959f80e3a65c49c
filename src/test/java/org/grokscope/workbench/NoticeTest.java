package org.grokscope.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.grokscope.file.FileProblem;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NoticeTest {
    @ParameterizedTest
    @CsvSource({
            "The runs folder /home/ada/runs cannot be written., The runs folder runs cannot be written.",
            "/a/b/run.json: line 3 is damaged; and so is /a/b/notes.json., run.json: line 3 is damaged; and so is notes.json.",
            "Either train/validation or 3/4 is meant., Either train/validation or 3/4 is meant."})
    void aNoticeNamesAFileAndItsDetailsSayWhere(String told, String said) {
        Notice notice = Notice.of(new FileProblem(told));
        assertThat(notice.sentence()).isEqualTo(said);
        assertThat(notice.details()).contains(told);
        assertThat(Notice.of(new IOException("Nothing but words.")).sentence()).contains("Nothing but words");
    }
}

package dev.sanitiser.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CopyTextCounterTest {

    @ParameterizedTest
    @CsvSource({
        "'', 0",
        "'a\tb\n', 1",
        "'\n\n', 2",
        "'12\n34\n', 2",
        "'a\\.\n', 1",
        "'\\\\.\n', 1",
        "'ä\n.\n\\\n', 3",
    })
    void counts_rows_and_bytes_wherever_the_buffers_end(String rows, long rowCount) throws CorruptArchiveException {
        byte[] data = (rows + "\\.\n\n\n").getBytes(StandardCharsets.UTF_8);

        for (int bufferSize = 1; bufferSize <= data.length; bufferSize++) {
            assertThat(count(data, bufferSize)).isEqualTo(new TableDataSize(rowCount, data.length - 5));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a\n",
                "\\.\n\n",
                "a\\.\n\n\n",
                "\\.\n\n\n\n",
                "\\.\n\nx\n",
                "\\.\n\n\nx",
                "\\.\na\n\\.\n\n\n",
                "\\.\n\\.\n\n\n",
            })
    void refuses_data_that_does_not_end_with_one_marker(String text) {
        byte[] data = text.getBytes(StandardCharsets.UTF_8);

        for (int bufferSize = 1; bufferSize <= data.length + 1; bufferSize++) {
            int size = bufferSize;
            assertThatThrownBy(() -> count(data, size)).hasMessage("its rows do not end with the end marker");
        }
    }

    private static TableDataSize count(byte[] data, int bufferSize) throws CorruptArchiveException {
        CopyTextCounter counter = new CopyTextCounter();
        for (int start = 0; start < data.length; start += bufferSize) {
            byte[] buffer = Arrays.copyOfRange(data, start, Math.min(start + bufferSize, data.length));
            counter.accept(buffer, buffer.length);
        }
        return counter.finish();
    }
}

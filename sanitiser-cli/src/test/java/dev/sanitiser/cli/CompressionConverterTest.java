package dev.sanitiser.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

class CompressionConverterTest {

    @ParameterizedTest
    @CsvSource({
        "none, none",
        "gzip, gzip:6",
        "gzip:1, gzip:1",
        "gzip:9, gzip:9",
        "zstd, zstd:3",
        "zstd:1, zstd:1",
        "zstd:22, zstd:22",
        "lz4, lz4",
        "lz4:1, lz4:1",
        "lz4:12, lz4:12"
    })
    void reads(String given, String meant) {
        assertThat(new CompressionConverter().convert(given)).hasToString(meant);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "gzip:0", "gzip:10", "zstd:23", "zstd:0", "zstd:", "lz4:13", "none:1", "brotli", "6"})
    void refuses(String given) {
        assertThatThrownBy(() -> new CompressionConverter().convert(given))
                .isInstanceOf(TypeConversionException.class)
                .hasMessage("expected gzip, gzip:1 (fast) to gzip:9 (small), zstd, zstd:1 to zstd:22, lz4, lz4:1 to"
                        + " lz4:12, or none");
    }
}

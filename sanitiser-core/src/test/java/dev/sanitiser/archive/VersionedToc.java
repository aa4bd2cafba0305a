package dev.sanitiser.archive;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Encodes one TABLE and one TABLE DATA entry as pg_dump's format versions 1.12 to 1.16 do, field by field. */
final class VersionedToc {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final int minor;

    private VersionedToc(int minor) {
        this.minor = minor;
    }

    static byte[] custom(int minor) {
        VersionedToc toc = new VersionedToc(minor);
        toc.header();
        toc.integer(2);
        toc.entry(7, 0, "TABLE", 2, 'r', "CREATE TABLE shop.users ();\n");
        toc.text(null);
        toc.offset(3, 0);
        toc.entry(9, 1, "TABLE DATA", 3, 0, null);
        toc.text("7");
        toc.text(null);
        toc.offset(1, 0);
        return toc.out.toByteArray();
    }

    private void header() {
        out.writeBytes("PGDMP".getBytes(StandardCharsets.US_ASCII));
        out.writeBytes(new byte[] {1, (byte) minor, 0, 4, 8, 1});
        if (minor >= 15) {
            out.write(1);
        } else {
            integer(-1);
        }
        for (int part : new int[] {58, 59, 23, 29, 1, 124, 1}) {
            integer(part);
        }
        text("zoë");
        text("17.2");
        text("17.3");
    }

    private void entry(
            int id, int hadDumper, String description, int section, int relationKind, @Nullable String definition) {
        integer(id);
        integer(hadDumper);
        text("1259");
        text("4294967295");
        text("users");
        text(description);
        integer(section);
        text(definition);
        text("");
        text(hadDumper == 1 ? "COPY shop.users FROM stdin;\n" : null);
        text("shop");
        text(null);
        if (minor >= 14) {
            text("heap");
        }
        if (minor >= 16) {
            integer(relationKind);
        }
        text("owner");
        text("false");
    }

    private void integer(int value) {
        out.write(value < 0 ? 1 : 0);
        for (int shift = 0; shift < 32; shift += 8) {
            out.write(Math.abs(value) >>> shift);
        }
    }

    private void text(@Nullable String value) {
        byte[] bytes = Optional.ofNullable(value).orElse("").getBytes(StandardCharsets.UTF_8);
        integer(value == null ? -1 : bytes.length);
        out.writeBytes(bytes);
    }

    private void offset(int flag, int position) {
        out.write(flag);
        out.write(position);
        out.writeBytes(new byte[7]);
    }
}

package dev.sanitiser.review;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Objects;

/**
 * A style sheet or script of this package, written into the page itself.
 *
 * @param element {@code style} or {@code script}
 * @param code without {@code </} and {@code ]]>}
 */
record Asset(String element, String code) {

    static final Asset STYLE = read("style", "page.css");

    /** Runs before the first table is read, so that controls are there from the beginning. */
    static final Asset MARK = read("script", "mark.js");

    static final Asset SCRIPT = read("script", "page.js");

    /** What HTML sees as a comment is the start of a CDATA section for XML. */
    static final String BEFORE = "/*";

    static final String AFTER = "*/";

    Asset {
        if (code.contains("</") || code.contains("]]>")) {
            throw new IllegalArgumentException("code that would end its own element");
        }
    }

    private static Asset read(String element, String resource) {
        try (InputStream code = Asset.class.getResourceAsStream(resource)) {
            return new Asset(
                    element, new String(Objects.requireNonNull(code).readAllBytes(), StandardCharsets.UTF_8).strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The code between the ends of two comments. */
    String guarded() {
        return "*/\n" + code + "\n/*";
    }

    /** What a Content-Security-Policy calls the contents of the element; see CSP Level 3, section 2.3.1. */
    String hash() {
        String contents = BEFORE + "<![CDATA[" + guarded() + "]]>" + AFTER;
        byte[] digest = sha256().digest(contents.getBytes(StandardCharsets.UTF_8));
        return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

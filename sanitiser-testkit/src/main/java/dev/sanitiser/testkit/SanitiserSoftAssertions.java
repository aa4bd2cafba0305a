package dev.sanitiser.testkit;

import org.assertj.core.api.SoftAssertions;

/** AssertJ's soft assertions, for dumps too: all that fail are reported together. */
public class SanitiserSoftAssertions extends SoftAssertions {

    /** See {@link SanitiserAssertions#assertThat(SanitisedDump)}. */
    public SanitisedDumpAssert assertThat(SanitisedDump dump) {
        return proxy(SanitisedDumpAssert.class, SanitisedDump.class, dump);
    }
}

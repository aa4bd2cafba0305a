package dev.sanitiser.fake;

import java.math.BigInteger;
import java.util.List;
import java.util.OptionalInt;
import org.jooq.Field;

/** {@code uuid} and {@code ip}. */
final class IdentifierGenerators {

    private static final String UUID = "uuid";
    private static final int UUID_LENGTH = 36;

    private IdentifierGenerators() {}

    static List<Generator> all() {
        return List.of(
                new NamedGenerator(UUID, List.of(), IdentifierGenerators::uuid),
                new NamedGenerator(
                        IpAddresses.NAME,
                        List.of(Parameter.optional("version", Parameter.Kind.WHOLE_NUMBER)),
                        IpAddresses::generate));
    }

    private static Outcome uuid(GeneratorContext context) {
        OptionalInt length = context.textLength();
        if (!context.builtInType().equals("uuid") && length.isEmpty()) {
            return NamedGenerator.misfit(UUID, "UUIDs", context);
        }
        if (length.isPresent() && length.getAsInt() < UUID_LENGTH) {
            return NamedGenerator.tooShort(UUID, UUID_LENGTH, context);
        }
        Series uuids = BinarySeries.uuids().castTo(Sql.builtIn("uuid"));
        Field<?> value = (context.unique() ? uuids.next() : uuids.plausible()).apply(context.lane());
        return Outcome.fits(new Fake(
                UUID,
                length.isPresent() ? Sql.text(value) : value,
                context.unique() ? uuids.length() : BigInteger.ONE));
    }
}

package dev.sanitiser.fake;

import java.math.BigInteger;
import java.util.OptionalInt;
import java.util.Set;
import org.jooq.Field;

/** {@code ip}: addresses of the blocks for documentation, IPv4 of RFC 5737 or IPv6 of RFC 3849. */
final class IpAddresses {

    static final String NAME = "ip";

    private static final Set<String> NETWORK_TYPES = Set.of("inet", "cidr");
    private static final int LONGEST_V4 = 15;
    private static final int LONGEST_V6 = 39;

    private IpAddresses() {}

    static Outcome generate(GeneratorContext context) {
        OptionalInt length = context.textLength();
        if (length.isEmpty() && !NETWORK_TYPES.contains(context.builtInType())) {
            return NamedGenerator.misfit(NAME, "network addresses", context);
        }
        long version = context.parameters().get("version", Long.class).orElse(context.unique() ? 6L : 4L);
        if (version != 4 && version != 6) {
            return Outcome.rejected("\"version\" of generator \"ip\" must be 4 or 6");
        }
        int needed = version == 4 ? LONGEST_V4 : LONGEST_V6;
        if (length.isPresent() && length.getAsInt() < needed) {
            return NamedGenerator.tooShort(NAME, needed, context);
        }
        Fake fake = version == 4 ? v4(context) : v6(context);
        return Outcome.fits(
                length.isEmpty()
                        ? fake
                        : new Fake(NAME, Sql.call("host", String.class, fake.value()), fake.distinctValues()));
    }

    private static Fake v4(GeneratorContext context) {
        Field<?> address =
                context.unique() ? NetworkSeries.ipv4(context.lane().ordinal()) : NetworkSeries.ipv4(context.lane());
        BigInteger distinct = context.unique() ? BigInteger.valueOf(NetworkSeries.IPV4_ADDRESSES) : BigInteger.ONE;
        return new Fake(NAME, address, distinct);
    }

    private static Fake v6(GeneratorContext context) {
        Field<Long> number =
                context.unique() ? context.lane().ordinal() : context.lane().between(1, Long.MAX_VALUE);
        return new Fake(NAME, NetworkSeries.ipv6(number), context.unique() ? Series.ENDLESS : BigInteger.ONE);
    }
}

package dev.sanitiser.fake;

import java.util.List;
import java.util.Map;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/**
 * Addresses that belong to nobody: IPv4 of RFC 5737's documentation blocks and, where more are needed, IPv6 of RFC
 * 3849's; hardware addresses with the bit "locally administered" of IEEE 802.
 */
final class NetworkSeries {

    private static final List<String> DOCUMENTATION_BLOCKS = List.of("192.0.2.", "198.51.100.", "203.0.113.");
    private static final long HOSTS = 254;
    static final long IPV4_ADDRESSES = 3 * HOSTS;
    private static final long LOCALLY_ADMINISTERED = 0x02;

    private NetworkSeries() {}

    static Map<String, BaseSeries> byType() {
        return Map.of(
                "inet", BaseSeries.always(addresses()),
                "cidr", BaseSeries.always(addresses().map(address -> Sql.call("network", address))),
                "macaddr", BaseSeries.always(hardwareAddresses(6)),
                "macaddr8", BaseSeries.always(hardwareAddresses(8)));
    }

    private static Series addresses() {
        return Series.ascending(Long.MAX_VALUE, 1, NetworkSeries::ipv6).withPlausible(NetworkSeries::ipv4);
    }

    /** One of {@link #IPV4_ADDRESSES}. */
    static Field<?> ipv4(Lane lane) {
        return address(lane.branch(0).below(DOCUMENTATION_BLOCKS.size()), lane.between(1, HOSTS));
    }

    /** @param number from 1; after the last address the first follows */
    static Field<?> ipv4(Field<Long> number) {
        Field<Long> index = number.minus(DSL.inline(1L)).mod(DSL.inline(IPV4_ADDRESSES));
        Field<Long> host = index.mod(DSL.inline(HOSTS)).plus(DSL.inline(1L));
        return address(index.div(DSL.inline(HOSTS)), host);
    }

    private static Field<?> address(Field<Long> block, Field<Long> host) {
        return Sql.call(
                "inetpl",
                DSL.when(block.eq(DSL.inline(0L)), firstOf(0))
                        .when(block.eq(DSL.inline(1L)), firstOf(1))
                        .otherwise(firstOf(2)),
                host);
    }

    private static Field<Object> firstOf(int block) {
        return Sql.constant(DOCUMENTATION_BLOCKS.get(block) + "0", "inet");
    }

    static Field<?> ipv6(Field<Long> number) {
        return Sql.call("inetpl", Sql.constant("2001:db8::", "inet"), number);
    }

    static Series hardwareAddresses(int bytes) {
        long free = 1L << (8 * bytes - 8);
        long first = LOCALLY_ADMINISTERED * free;
        return Series.ascending(free - 1, free - 1, number -> hexadecimal(number.plus(DSL.inline(first)), 2 * bytes));
    }

    private static Field<String> hexadecimal(Field<Long> number, int digits) {
        return Sql.call(
                "lpad",
                String.class,
                Sql.call("to_hex", String.class, number),
                DSL.inline(digits),
                DSL.inline("0").cast(SQLDataType.CLOB));
    }
}

package dev.sanitiser.draft;

import dev.sanitiser.catalog.DataType;
import java.util.Map;

/** Types that are judged alike; a domain is judged as what it is made of. */
enum TypeFamily {
    FLAG,
    ENUMERATION,
    INTEGER,
    DECIMAL,
    UUID,
    /** A point in time with its time of day. */
    MOMENT,
    DATE,
    INTERVAL,
    TEXT,
    /** Values that hold others of any kind, whose parts can be searched as text. */
    DOCUMENT,
    NETWORK_ADDRESS,
    LOCATION,
    MONEY,
    OTHER;

    private static final Map<String, TypeFamily> BUILT_IN = Map.ofEntries(
            Map.entry("bool", FLAG),
            Map.entry("int2", INTEGER),
            Map.entry("int4", INTEGER),
            Map.entry("int8", INTEGER),
            Map.entry("numeric", DECIMAL),
            Map.entry("float4", DECIMAL),
            Map.entry("float8", DECIMAL),
            Map.entry("money", MONEY),
            Map.entry("uuid", UUID),
            Map.entry("timestamp", MOMENT),
            Map.entry("timestamptz", MOMENT),
            Map.entry("date", DATE),
            Map.entry("interval", INTERVAL),
            Map.entry("text", TEXT),
            Map.entry("varchar", TEXT),
            Map.entry("bpchar", TEXT),
            Map.entry("name", TEXT),
            Map.entry("char", TEXT),
            Map.entry("json", DOCUMENT),
            Map.entry("jsonb", DOCUMENT),
            Map.entry("xml", DOCUMENT),
            Map.entry("inet", NETWORK_ADDRESS),
            Map.entry("cidr", NETWORK_ADDRESS),
            Map.entry("macaddr", NETWORK_ADDRESS),
            Map.entry("macaddr8", NETWORK_ADDRESS),
            Map.entry("point", LOCATION),
            Map.entry("line", LOCATION),
            Map.entry("lseg", LOCATION),
            Map.entry("box", LOCATION),
            Map.entry("path", LOCATION),
            Map.entry("polygon", LOCATION),
            Map.entry("circle", LOCATION));

    private static final Map<String, TypeFamily> OF_EXTENSIONS =
            Map.of("citext", TEXT, "hstore", DOCUMENT, "geometry", LOCATION, "geography", LOCATION);

    /** Whether PostgreSQL can tell anything from the values of such a column; a card's number is no int4. */
    static boolean isToldByContent(DataType type) {
        return switch (of(type)) {
            case TEXT, DOCUMENT, DATE, MOMENT -> true;
            case INTEGER, DECIMAL ->
                baseName(type).equals("int8") || baseName(type).equals("numeric");
            default -> false;
        };
    }

    private static String baseName(DataType type) {
        return type instanceof DataType.Domain domain
                ? baseName(domain.underlying().type())
                : type.name().name();
    }

    static TypeFamily of(DataType type) {
        return type.match(new DataType.Cases<>(
                TypeFamily::ofBase,
                enumeration -> ENUMERATION,
                domain -> of(domain.underlying().type()),
                composite -> OTHER,
                TypeFamily::ofArray,
                range -> OTHER,
                multirange -> OTHER));
    }

    private static TypeFamily ofBase(DataType.Base base) {
        boolean isBuiltIn = base.name().schema().equals("pg_catalog");
        return (isBuiltIn ? BUILT_IN : OF_EXTENSIONS).getOrDefault(base.name().name(), OTHER);
    }

    /** Many flags or labels are as safe as one; many texts are a document. */
    private static TypeFamily ofArray(DataType.Array array) {
        TypeFamily element = of(array.element());
        return switch (element) {
            case FLAG, ENUMERATION, NETWORK_ADDRESS, LOCATION -> element;
            case TEXT, DOCUMENT -> DOCUMENT;
            default -> OTHER;
        };
    }
}

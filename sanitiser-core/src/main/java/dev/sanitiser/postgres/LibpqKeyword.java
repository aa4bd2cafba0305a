package dev.sanitiser.postgres;

import static java.util.Map.entry;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The connection parameters of libpq (PostgreSQL 18 manual, chapter 32.1.2) and what becomes of each here. Sanitiser
 * connects through two clients; a parameter that only one of them obeys is refused rather than half obeyed.
 */
final class LibpqKeyword {

    /** The parameters that reach both pgjdbc and libpq, with their environment variables. */
    private static final Map<String, String> SUPPORTED = supported();

    /** Parameters that Sanitiser sets by itself or that change nothing for it. */
    private static final Set<String> WITHOUT_EFFECT = Set.of(
            "application_name",
            "fallback_application_name",
            "client_encoding",
            "keepalives",
            "keepalives_idle",
            "keepalives_interval",
            "keepalives_count",
            "tcp_user_timeout");

    /** The parameters that cannot reach both clients, with their variables and the values that ask for nothing. */
    private static final List<Refused> REFUSED = List.of(
            new Refused("service", "PGSERVICE"),
            new Refused("servicefile", "PGSERVICEFILE"),
            new Refused("hostaddr", "PGHOSTADDR"),
            new Refused("options", "PGOPTIONS"),
            new Refused("target_session_attrs", "PGTARGETSESSIONATTRS", "any"),
            new Refused("load_balance_hosts", "PGLOADBALANCEHOSTS", "disable"),
            new Refused("require_auth", "PGREQUIREAUTH"),
            new Refused("requirepeer", "PGREQUIREPEER"),
            new Refused("sslpassword", ""),
            new Refused("sslnegotiation", "PGSSLNEGOTIATION", "postgres"),
            new Refused("sslcompression", "PGSSLCOMPRESSION", "0"),
            new Refused("sslcertmode", "PGSSLCERTMODE", "allow"),
            new Refused("sslcrl", "PGSSLCRL"),
            new Refused("sslcrldir", "PGSSLCRLDIR"),
            new Refused("sslsni", "PGSSLSNI", "1"),
            new Refused("sslkeylogfile", ""),
            new Refused("ssl_min_protocol_version", "PGSSLMINPROTOCOLVERSION", "TLSv1.2"),
            new Refused("ssl_max_protocol_version", "PGSSLMAXPROTOCOLVERSION", "TLSv1.3"),
            new Refused("min_protocol_version", "PGMINPROTOCOLVERSION"),
            new Refused("max_protocol_version", "PGMAXPROTOCOLVERSION"),
            new Refused("gssencmode", "PGGSSENCMODE", "prefer", "disable"),
            new Refused("gssdelegation", "PGGSSDELEGATION", "0"),
            new Refused("gsslib", "PGGSSLIB"),
            new Refused("krbsrvname", "PGKRBSRVNAME", "postgres"),
            new Refused("replication", ""));

    private LibpqKeyword() {}

    private static Map<String, String> supported() {
        Map<String, String> variables = new LinkedHashMap<>();
        List.of(
                        entry("host", "PGHOST"),
                        entry("port", "PGPORT"),
                        entry("dbname", "PGDATABASE"),
                        entry("user", "PGUSER"),
                        entry("password", "PGPASSWORD"),
                        entry("passfile", "PGPASSFILE"),
                        entry("connect_timeout", "PGCONNECT_TIMEOUT"),
                        entry("sslmode", "PGSSLMODE"),
                        entry("sslrootcert", "PGSSLROOTCERT"),
                        entry("sslcert", "PGSSLCERT"),
                        entry("sslkey", "PGSSLKEY"),
                        entry("channel_binding", "PGCHANNELBINDING"))
                .forEach(e -> variables.put(e.getKey(), e.getValue()));
        return variables;
    }

    static Set<String> supportedKeywords() {
        return SUPPORTED.keySet();
    }

    static boolean isWithoutEffect(String keyword) {
        return WITHOUT_EFFECT.contains(keyword);
    }

    /** @throws IllegalArgumentException if the keyword is not supported */
    static String variableOf(String keyword) {
        String variable = SUPPORTED.get(keyword);
        if (variable == null) {
            throw new IllegalArgumentException("not a supported libpq keyword: " + keyword);
        }
        return variable;
    }

    static List<Refused> refused() {
        return REFUSED;
    }

    /**
     * A parameter that stops the run unless it asks for nothing.
     *
     * @param variable empty where libpq has none
     * @param harmlessValues values that ask for what happens anyway
     */
    record Refused(String keyword, String variable, Set<String> harmlessValues) {
        Refused(String keyword, String variable, String... harmlessValues) {
            this(keyword, variable, Set.of(harmlessValues));
        }

        boolean refuses(String value) {
            return !value.isEmpty() && !harmlessValues.contains(value);
        }
    }
}

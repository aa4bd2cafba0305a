package dev.sanitiser.allowlist;

import java.math.BigDecimal;
import java.util.List;

/** A JSON value with its place; objects keep their members as written, also those with the same name. */
sealed interface Json {

    Location location();

    /** What a message calls the value; never the value itself. */
    String description();

    /** A name and its value. */
    record Member(String name, Location location, Json value) {}

    record Members(Location location, List<Member> members) implements Json {
        public Members {
            members = List.copyOf(members);
        }

        @Override
        public String description() {
            return "an object";
        }
    }

    record Items(Location location, List<Json> items) implements Json {
        public Items {
            items = List.copyOf(items);
        }

        @Override
        public String description() {
            return "a list";
        }
    }

    record Text(Location location, String value) implements Json {
        @Override
        public String description() {
            return "a string";
        }
    }

    record Decimal(Location location, BigDecimal value) implements Json {
        @Override
        public String description() {
            return "a number";
        }
    }

    record Truth(Location location, boolean value) implements Json {
        @Override
        public String description() {
            return value ? "true" : "false";
        }
    }

    record Null(Location location) implements Json {
        @Override
        public String description() {
            return "null";
        }
    }
}

package dev.sanitiser.allowlist;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads what stands for a column under {@code fake}. */
final class FakeSpecReader {

    private static final List<String> KINDS = List.of("as", "value", "sql");

    private final Problems problems;

    FakeSpecReader(Problems problems) {
        this.problems = problems;
    }

    /** @return empty, and a problem, if it says nothing that a fake can be */
    Optional<FakeSpec> read(Json json) {
        if (json instanceof Json.Null) {
            return Optional.of(new FakeSpec.Null());
        }
        if (json instanceof Json.Text text) {
            return ofText(text);
        }
        if (json instanceof Json.Members object) {
            return ofObject(object);
        }
        return problem(
                json.location(), "expected the name of a generator, an object or null; found " + json.description());
    }

    private Optional<FakeSpec> ofText(Json.Text text) {
        String value = text.value();
        if (value.isEmpty()) {
            return problem(text.location(), "the name of a generator is empty");
        }
        if (value.equals("null")) {
            return Optional.of(new FakeSpec.Null());
        }
        if (value.equals("auto")) {
            return Optional.of(new FakeSpec.Automatic());
        }
        if (value.equals("pseudonym")) {
            return Optional.of(new FakeSpec.Pseudonym());
        }
        int expression = value.lastIndexOf("#{");
        if (expression < 0) {
            return Optional.of(FakeSpec.Named.of(value));
        }
        return value.indexOf('}', expression) < 0
                ? problem(text.location(), "the expression is not closed; expected \"#{provider.method}\"")
                : Optional.of(new FakeSpec.Expression(value));
    }

    private Optional<FakeSpec> ofObject(Json.Members object) {
        Map<String, Json.Member> members = distinct(object);
        List<String> kinds = KINDS.stream().filter(members::containsKey).toList();
        if (kinds.size() != 1) {
            return problem(
                    object.location(),
                    "a fake needs exactly one of " + Quoted.json(KINDS) + "; found "
                            + (kinds.isEmpty() ? "none" : Quoted.json(kinds)));
        }
        Json.Member kind = take(members, kinds.get(0));
        if (kind.name().equals("as")) {
            return generator(kind.value(), members);
        }
        members.values().forEach(other -> reportParameter(other, Quoted.json(kind.name())));
        return kind.name().equals("value") ? constant(kind.value()) : sql(kind.value());
    }

    private Map<String, Json.Member> distinct(Json.Members object) {
        Map<String, Json.Member> members = new LinkedHashMap<>();
        for (Json.Member member : object.members()) {
            Json.Member first = members.putIfAbsent(member.name(), member);
            if (first != null) {
                problems.at(
                        member.location(),
                        Quoted.json(member.name()) + " is there already, at " + first.location()
                                + "; remove one of the two");
            }
        }
        return members;
    }

    private static Json.Member take(Map<String, Json.Member> members, String name) {
        Json.Member taken = members.remove(name);
        if (taken == null) {
            throw new IllegalStateException("no member " + name);
        }
        return taken;
    }

    private Optional<FakeSpec> generator(Json as, Map<String, Json.Member> others) {
        if (!(as instanceof Json.Text text)) {
            return problem(as.location(), "\"as\" needs the name of a generator; found " + as.description());
        }
        Map<String, Object> parameters = new LinkedHashMap<>();
        others.values().forEach(m -> parameter(m.value()).ifPresent(value -> parameters.put(m.name(), value)));
        Optional<FakeSpec> spec = ofText(text);
        if (spec.isPresent() && spec.get() instanceof FakeSpec.Named named) {
            return Optional.of(new FakeSpec.Named(named.generator(), parameters));
        }
        spec.ifPresent(s -> others.values().forEach(other -> reportParameter(other, Quoted.json(text.value()))));
        return spec;
    }

    private void reportParameter(Json.Member parameter, String owner) {
        problems.at(parameter.location(), owner + " takes no parameters; remove " + Quoted.json(parameter.name()));
    }

    private Optional<FakeSpec> constant(Json value) {
        if (value instanceof Json.Null) {
            return problem(value.location(), "\"value\" cannot be null; write \"null\" in place of the object");
        }
        return scalar(value)
                .<FakeSpec>map(FakeSpec.Constant::new)
                .or(() -> problem(
                        value.location(),
                        "\"value\" needs a string, a number, true or false; found " + value.description()));
    }

    private Optional<FakeSpec> sql(Json value) {
        if (value instanceof Json.Text text && !text.value().isBlank()) {
            return Optional.of(new FakeSpec.Sql(text.value()));
        }
        String found = value instanceof Json.Text ? "an empty string" : value.description();
        return problem(value.location(), "\"sql\" needs an expression in a string; found " + found);
    }

    private Optional<Object> parameter(Json value) {
        if (!(value instanceof Json.Items list)) {
            return scalarParameter(value);
        }
        List<Object> items = new ArrayList<>();
        list.items().forEach(item -> scalarParameter(item).ifPresent(items::add));
        return Optional.of(List.copyOf(items));
    }

    private Optional<Object> scalarParameter(Json value) {
        Optional<Object> scalar = scalar(value);
        if (scalar.isEmpty()) {
            problems.at(
                    value.location(),
                    "a parameter is a string, a number, true, false or a list of these; found " + value.description());
        }
        return scalar;
    }

    private static Optional<Object> scalar(Json value) {
        if (value instanceof Json.Text text) {
            return Optional.of(text.value());
        }
        if (value instanceof Json.Decimal decimal) {
            return Optional.of(decimal.value());
        }
        return value instanceof Json.Truth truth ? Optional.of(truth.value()) : Optional.empty();
    }

    private Optional<FakeSpec> problem(Location location, String message) {
        problems.at(location, message);
        return Optional.empty();
    }
}

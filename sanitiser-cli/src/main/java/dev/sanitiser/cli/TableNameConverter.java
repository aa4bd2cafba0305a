package dev.sanitiser.cli;

import dev.sanitiser.allowlist.TableKey;
import dev.sanitiser.catalog.QualifiedName;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a table's name as the allow list's keys spell it. */
final class TableNameConverter implements ITypeConverter<QualifiedName> {

    @Override
    public QualifiedName convert(String value) {
        try {
            return TableKey.parse(value);
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(String.valueOf(e.getMessage()));
        }
    }
}

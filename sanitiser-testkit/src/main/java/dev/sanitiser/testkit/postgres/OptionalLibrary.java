package dev.sanitiser.testkit.postgres;

/** A library that the class path may hold or not. */
record OptionalLibrary(String coordinates, String className) {

    boolean isAbsent() {
        try {
            Class.forName(className, false, OptionalLibrary.class.getClassLoader());
            return false;
        } catch (ClassNotFoundException | LinkageError e) {
            return true;
        }
    }

    ServerProvider.PassedOver passedOver() {
        return new ServerProvider.PassedOver(
                coordinates + " is not on the class path. Add it as a dependency of scope test.");
    }
}

package io.orderflow.shared;

/**
 * The actor of a change: a person, by user id, or one of the parties that are not persons.
 *
 * @param name 1 to 255 characters, not blank; anything else, null included, is an {@link IllegalArgumentException}
 */
public record Actor(String name) {

    public static final Actor SYSTEM = new Actor("SYSTEM");
    public static final Actor CARRIER = new Actor("CARRIER");
    public static final Actor GATEWAY = new Actor("GATEWAY");

    public Actor {
        if (name == null || name.isBlank() || name.length() > 255) {
            throw new IllegalArgumentException("not an actor: must be 1 to 255 characters");
        }
    }

    @Override
    public String toString() {
        return name;
    }
}

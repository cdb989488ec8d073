package io.orderflow.security;

/** The names of the groups in the engine's user store. */
final class Groups {

    static final String CUSTOMER = "customer";
    static final String OPS = "ops";
    static final String ANALYST = "analyst";
    static final String ADMIN = "camunda-admin";

    private Groups() {}
}

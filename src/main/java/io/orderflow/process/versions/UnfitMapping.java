package io.orderflow.process.versions;

/** The refusal of a mapping by which the engine cannot migrate processes. */
class UnfitMapping extends Exception {

    UnfitMapping(String reason) {
        super(reason);
    }
}

package io.orderflow.process.versions;

/** The engine cannot let processes follow as a mapping of elements says. */
class UnfitMapping extends Exception {

    UnfitMapping(String reason) {
        super(reason);
    }
}

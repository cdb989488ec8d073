package io.orderflow.process.model;

import java.util.Collection;
import java.util.List;

/** Finds what has to be deployed together. */
public interface Companions {

    /**
     * The live files without which the sent ones would not find what they are bound to, or not be found by those who
     * are bound to them; empty where everything was sent.
     */
    List<ModelFile> of(Collection<ModelFile> sent, LiveModels live);
}

package io.orderflow.force;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;

/** What customers were told, in answers that nobody may take back. */
class Told {

    private final Map<String, Set<Word>> words = new ConcurrentSkipListMap<>();
    private final AtomicInteger unclear = new AtomicInteger();

    /** What an order's customer was told. */
    enum Word {
        PLACED,
        OUT_OF_STOCK,
        PAID,
        DECLINED,
        CANCELLED,
        RETURN_TAKEN
    }

    void note(String order, Word word) {
        words.computeIfAbsent(order, number -> ConcurrentHashMap.newKeySet()).add(word);
    }

    /** A placement was never answered: there may be an order that nobody was told of. */
    void noteUnclear() {
        unclear.incrementAndGet();
    }

    Map<String, Set<Word>> words() {
        return words;
    }

    int unclear() {
        return unclear.get();
    }
}

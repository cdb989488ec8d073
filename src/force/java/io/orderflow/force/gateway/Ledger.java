package io.orderflow.force.gateway;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The gateway's books: a file that only grows. An entry counts once it is on the disk; a restart reads them all again.
 */
public class Ledger {

    public static final ObjectMapper JSON =
            JsonMapper.builder().addModule(new JavaTimeModule()).build();

    private final List<Entry> entries = new ArrayList<>();
    private final Map<String, List<Entry>> byPayment = new HashMap<>();
    private final FileChannel file;

    Ledger(Path path) throws IOException {
        if (Files.exists(path)) {
            for (String line : Files.readAllLines(path)) {
                enter(JSON.readValue(line, Entry.class));
            }
        }
        file = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    synchronized void append(Entry entry) {
        try {
            file.write(ByteBuffer.wrap((JSON.writeValueAsString(entry) + "\n").getBytes(StandardCharsets.UTF_8)));
            file.force(true);
        } catch (IOException e) {
            throw new IllegalStateException("the books cannot be written", e);
        }
        enter(entry);
    }

    private void enter(Entry entry) {
        entries.add(entry);
        byPayment.computeIfAbsent(entry.paymentKey(), key -> new ArrayList<>()).add(entry);
    }

    synchronized List<Entry> entries() {
        return List.copyOf(entries);
    }

    synchronized List<Entry> entries(String paymentKey) {
        return List.copyOf(byPayment.getOrDefault(paymentKey, List.of()));
    }
}

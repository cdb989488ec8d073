package io.orderflow;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A table of a decision record, so that tests hold the code against what is written there. */
public final class DecidedTable {

    private DecidedTable() {}

    /** What the table says where a row and a column meet; backticks are left out. */
    public record Cell(String row, String column, String says) {}

    /**
     * Every cell of the first table whose head begins with these words, row by row.
     *
     * @param record file name in {@code src/docs/adr}
     */
    public static List<Cell> cells(String record, String head) {
        List<List<String>> table = lines(record)
                .dropWhile(line -> !line.startsWith("| " + head))
                .takeWhile(line -> line.startsWith("|"))
                .map(DecidedTable::parts)
                .toList();
        List<String> columns = table.get(0);
        return table.stream()
                .skip(2)
                .flatMap(row -> IntStream.range(1, columns.size())
                        .mapToObj(at -> new Cell(row.get(0), columns.get(at), row.get(at))))
                .toList();
    }

    private static Stream<String> lines(String record) {
        try {
            return Files.readAllLines(Path.of("src/docs/adr", record)).stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> parts(String line) {
        return Stream.of(line.substring(1, line.lastIndexOf('|')).split("\\|"))
                .map(part -> part.replace("`", "").strip())
                .toList();
    }
}

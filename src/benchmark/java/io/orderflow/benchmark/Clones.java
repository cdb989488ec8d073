package io.orderflow.benchmark;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Multiplies an order by SQL, in our tables and in the engine's: every row of it so many times, each copy under ids of
 * its own. What an order of months would leave behind is there within minutes.
 */
final class Clones {

    private static final String COLUMNS = """
            select c.table_name, c.column_name, c.data_type = 'character varying' or c.data_type = 'text' as is_text,
                   c.data_type like 'timestamp%' as is_time,
                   exists (select 1 from pg_index i join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any (i.indkey)
                     where i.indrelid = c.table_name::regclass and i.indisunique and a.attname = c.column_name) as is_key
            from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
            where c.table_schema = 'public' and t.table_type = 'BASE TABLE' order by c.table_name, c.ordinal_position""";

    /** @param key whether it is part of what makes a row unique */
    private record Column(String name, boolean text, boolean time, boolean key) {}

    private final Connection connection;
    private final Map<String, List<Column>> tables = new LinkedHashMap<>();

    Clones(Connection connection) throws SQLException {
        this.connection = connection;
        try (var statement = connection.createStatement();
                ResultSet row = statement.executeQuery(COLUMNS)) {
            while (row.next()) {
                tables.computeIfAbsent(row.getString(1), table -> new ArrayList<>())
                        .add(new Column(row.getString(2), row.getBoolean(3), row.getBoolean(4), row.getBoolean(5)));
            }
        }
    }

    /**
     * Adds so many copies of the order with all that belongs to it, each so much earlier than the one before; returns
     * the tables that grew.
     */
    Set<String> of(String order, int copies, Duration apart) throws SQLException {
        List<String> instances =
                strings("select proc_inst_id_ from act_hi_procinst where business_key_ = " + literal(order));
        Map<String, String> belonging = new LinkedHashMap<>();
        for (String table : tables.keySet()) {
            String rows = belongsTo(table, order, instances);
            if (rows != null
                    && !strings("select 1 from " + table + " where " + rows + " limit 1")
                            .isEmpty()) {
                belonging.put(table, rows);
            }
        }
        Set<String> ids = ids(order, instances, belonging);
        // Rows refer to each other: whatever comes first.
        execute("set session_replication_role = replica");
        for (Map.Entry<String, String> table : belonging.entrySet()) {
            copy(table.getKey(), table.getValue(), ids, copies, apart);
        }
        execute("set session_replication_role = default");
        return belonging.keySet();
    }

    private String belongsTo(String table, String order, Collection<String> instances) {
        if (has(table, "order_number")) {
            return "order_number = " + literal(order);
        }
        return has(table, "proc_inst_id_") && !instances.isEmpty()
                ? "proc_inst_id_ in (" + literals(instances) + ")"
                : null;
    }

    /** What names the order and its parts, so that each copy needs a name of its own for it. */
    private Set<String> ids(String order, List<String> instances, Map<String, String> belonging) throws SQLException {
        Set<String> ids = new LinkedHashSet<>(instances);
        ids.add(order);
        for (Map.Entry<String, String> table : belonging.entrySet()) {
            for (Column column : tables.get(table.getKey())) {
                if (column.text() && column.key() && !column.name().equals("sku")) {
                    ids.addAll(strings("select distinct %s from %s where %s and %1$s is not null"
                            .formatted(column.name(), table.getKey(), table.getValue())));
                }
            }
        }
        return ids;
    }

    private void copy(String table, String rows, Set<String> ids, int copies, Duration apart) throws SQLException {
        List<String> values = new ArrayList<>();
        for (Column column : tables.get(table)) {
            if (column.time()) {
                values.add("%s - copy * interval '%d s'".formatted(column.name(), apart.toSeconds()));
                continue;
            }
            String hit = "%s in (%s)".formatted(column.name(), literals(ids));
            boolean named = column.text()
                    && !strings("select 1 from %s where %s and %s limit 1".formatted(table, rows, hit))
                            .isEmpty();
            values.add(
                    named
                            ? "case when %s then left(%s, 56) || '-' || copy else %2$s end"
                                    .formatted(hit, column.name())
                            : column.name());
        }
        execute("insert into %s (%s) select %s from %1$s, generate_series(1, %d) copy where %s"
                .formatted(
                        table,
                        tables.get(table).stream().map(Column::name).collect(Collectors.joining(", ")),
                        String.join(", ", values),
                        copies,
                        rows));
    }

    private boolean has(String table, String column) {
        return tables.get(table).stream().anyMatch(found -> found.name().equals(column));
    }

    private List<String> strings(String sql) throws SQLException {
        List<String> found = new ArrayList<>();
        try (var statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
    }

    private void execute(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String literals(Collection<String> values) {
        return values.stream().map(Clones::literal).collect(Collectors.joining(", "));
    }

    private static String literal(String value) {
        return "'" + value.replace("'", "''") + "'";
    }
}

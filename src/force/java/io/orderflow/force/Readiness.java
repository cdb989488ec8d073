package io.orderflow.force;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.jar.JarFile;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** What must be there in the moment in which a node first says that it is up: all migrations, and the processes. */
class Readiness implements Runnable {

    private final NamedParameterJdbcTemplate jdbc;
    private final ShopApi shop;
    private final Findings findings;
    private final long migrations;
    private final long processes;

    Readiness(NamedParameterJdbcTemplate jdbc, Path jar, ShopApi shop, Findings findings) throws IOException {
        this.jdbc = jdbc;
        this.shop = shop;
        this.findings = findings;
        try (JarFile file = new JarFile(jar.toFile())) {
            migrations = count(file, ".*/db/(migration|vendor/postgresql)/V[^/]+\\.sql");
            processes = count(file, ".*/processes/[^/]+\\.bpmn");
        }
    }

    private static long count(JarFile file, String names) {
        return file.stream().filter(entry -> entry.getName().matches(names)).count();
    }

    @Override
    public void run() {
        Long done = jdbc.queryForObject(
                "select count(*) from flyway_schema_history where success and version is not null",
                Map.of(),
                Long.class);
        if (done == null || done < migrations) { // a newer version beside it may have done more
            findings.violation("a node said it is up after %d of %d migrations".formatted(done, migrations));
        }
        int deployed = shop.get("admin", "/engine-rest/process-definition/count?latestVersion=true")
                .body()
                .path("count")
                .asInt();
        if (deployed < processes) {
            findings.violation("a node said it is up with %d of %d processes deployed".formatted(deployed, processes));
        }
    }
}

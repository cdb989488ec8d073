package io.orderflow.web;

import io.orderflow.shared.Sku;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import java.net.URI;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.data.domain.Sort;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Uses everything that the web surface offers to controllers. */
@RestController
@RequestMapping("/api/sample")
public class SampleController {

    public enum Colour {
        RED,
        BLUE
    }

    public record Line(@NotBlank String sku, @Min(1) int quantity) {}

    public record Request(
            @NotEmpty @Valid List<Line> lines,
            Colour colour,
            Boolean gift,
            Long amount,
            Instant at,
            Sku value,
            Map<String, String> notes) {}

    public final AtomicInteger runs = new AtomicInteger();
    public volatile CountDownLatch gate = new CountDownLatch(0);

    @PostMapping
    public Request echo(@Valid @RequestBody Request request) {
        return request;
    }

    @PostMapping("/created")
    public ResponseEntity<Map<String, Object>> create(@RequestBody Map<String, String> body, IdempotencyKey key)
            throws InterruptedException {
        int run = runs.incrementAndGet();
        gate.await(20, TimeUnit.SECONDS);
        return ResponseEntity.created(URI.create("/api/sample/" + run))
                .eTag("\"" + run + "\"")
                .body(Map.of("run", run, "key", key == null ? "none" : key.digest()));
    }

    @PostMapping("/accepted")
    public ResponseEntity<Integer> accept() {
        return ResponseEntity.accepted().body(runs.incrementAndGet());
    }

    @PostMapping("/refused/{status}/{code}")
    public void refuse(@PathVariable int status, @PathVariable String code) {
        runs.incrementAndGet();
        throw new ApiProblem(HttpStatus.valueOf(status), code, "KEYBOARD-01").with("shortages", List.of(1));
    }

    @GetMapping("/broken")
    public void breakDown() {
        throw new IllegalStateException("jdbc:h2:secret in io.orderflow.Internals");
    }

    @GetMapping("/race")
    public void loseRace() {
        throw new CannotAcquireLockException("could not serialize access");
    }

    /** As the engine or Hibernate tells what the database said. */
    @GetMapping("/refused-by-database/{sqlState}")
    public void beRefused(@PathVariable String sqlState) {
        throw new IllegalStateException("persistence failed", new RuntimeException(new SQLException("no", sqlState)));
    }

    /** Stops requests before they get to a controller. */
    @Bean
    static FilterRegistrationBean<Filter> gateWithoutDatabase() {
        FilterRegistrationBean<Filter> gate = new FilterRegistrationBean<>((request, response, chain) -> {
            throw new CannotCreateTransactionException("could not open a connection");
        });
        gate.addUrlPatterns("/api/sample/gate");
        return gate;
    }

    @GetMapping("/caller")
    public Map<String, Object> caller(Caller caller, WaitFor wait, @RequestParam(required = false) LocalDate on) {
        return Map.of(
                "user",
                caller.userId(),
                "groups",
                caller.groups(),
                "wait",
                wait.limit().toSeconds());
    }

    @GetMapping("/connection")
    public Map<String, String> connection(HttpServletRequest request) {
        return Map.of(
                "address",
                request.getRemoteAddr(),
                "url",
                request.getRequestURL().toString());
    }

    @GetMapping("/paged")
    public Map<String, Object> paged(
            @RequestParam(required = false) Integer page,
            @RequestParam(required = false) Integer size,
            @RequestParam(required = false) String sort) {
        var pageable = Paging.of(page, size, Paging.sort(sort, Sort.by("sku"), "sku", "name"));
        return new TreeMap<>(Map.of(
                "page",
                pageable.getPageNumber(),
                "size",
                pageable.getPageSize(),
                "sort",
                pageable.getSort().toString()));
    }

    @GetMapping("/needed")
    public String needed(@RequestParam String name) {
        return name;
    }
}

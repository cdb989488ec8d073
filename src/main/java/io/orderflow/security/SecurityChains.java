package io.orderflow.security;

import static io.orderflow.security.Groups.ADMIN;
import static io.orderflow.security.Groups.ANALYST;
import static io.orderflow.security.Groups.CUSTOMER;
import static io.orderflow.security.Groups.OPS;
import static io.orderflow.security.Surfaces.call;
import static io.orderflow.security.Surfaces.paths;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.DelegatingSecurityContextRepository;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;

/** Four chains over one user store: our API, the engine's, its webapps, and a closed door for everything else. */
@Configuration(proxyBeanMethods = false)
class SecurityChains {

    private final ProblemDoor door;
    private final TokenReader tokens;

    SecurityChains(ProblemDoor door, TokenReader tokens) {
        this.door = door;
        this.tokens = tokens;
    }

    /** A request is timed as a whole, not filter by filter. */
    @Bean
    SecurityObservationSettings observations() {
        return SecurityObservationSettings.noObservations();
    }

    /** Basic, the sessions of the webapps, and bearer tokens where an issuer is configured. */
    @Bean
    @Order(1)
    SecurityFilterChain apiChain(
            HttpSecurity http, ObjectProvider<JwtDecoder> decoder, SecurityContextRepository webappSessions)
            throws Exception {
        stateless(http)
                .securityMatcher(Surfaces.API)
                .authorizeHttpRequests(SecurityChains::rules)
                .securityContext(context -> context.securityContextRepository(new DelegatingSecurityContextRepository(
                        new RequestAttributeSecurityContextRepository(), webappSessions)));
        if (decoder.getIfAvailable() != null) {
            http.oauth2ResourceServer(
                    server -> server.authenticationEntryPoint(door).jwt(jwt -> jwt.jwtAuthenticationConverter(tokens)));
        }
        return http.build();
    }

    /** Basic only: who may do what behind this door, the engine's own authorizations say. */
    @Bean
    @Order(2)
    SecurityFilterChain engineChain(HttpSecurity http) throws Exception {
        return stateless(http)
                .securityMatcher(Surfaces.ENGINE_REST)
                .authorizeHttpRequests(requests -> requests.anyRequest().hasAnyRole(OPS, ANALYST, ADMIN))
                .build();
    }

    /**
     * They bring log-in, CSRF protection and headers of their own, but for HSTS, which theirs send over plain HTTP too.
     */
    @Bean
    @Order(3)
    SecurityFilterChain webappsChain(HttpSecurity http) throws Exception {
        return http.securityMatcher(Surfaces.WEBAPPS)
                .csrf(AbstractHttpConfigurer::disable)
                .headers(headers -> headers.defaultsDisabled().httpStrictTransportSecurity(Customizer.withDefaults()))
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .build();
    }

    /** The error page stays open, or every error of the others would end here as a 401. */
    @Bean
    @Order(4)
    SecurityFilterChain closedChain(HttpSecurity http) throws Exception {
        return stateless(http)
                .authorizeHttpRequests(requests -> requests.requestMatchers(paths("/error"))
                        .permitAll()
                        .anyRequest()
                        .denyAll())
                .build();
    }

    /** In the order of the contract's "Who may call"; whose order it is, the controllers check. */
    private static void rules(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests) {
        requests.requestMatchers(Surfaces.DOCUMENTATION)
                .permitAll()
                .requestMatchers(paths("/actuator/health/**", "/actuator/info", "/webhooks/**"))
                .permitAll()
                .requestMatchers(paths("/actuator/**"))
                .hasRole(OPS)
                .requestMatchers(call(HttpMethod.POST, "/api/orders"))
                .hasAnyRole(CUSTOMER, OPS)
                .requestMatchers(paths("/api/orders"))
                .hasRole(OPS)
                .requestMatchers(paths("/api/orders/**", "/api/customers/**"))
                .hasAnyRole(CUSTOMER, OPS)
                .requestMatchers(call(HttpMethod.GET, "/api/products/**"), call(HttpMethod.HEAD, "/api/products/**"))
                .authenticated()
                .requestMatchers(paths("/api/products/**", "/api/coupons/**"))
                .hasRole(OPS)
                .requestMatchers(paths("/api/cases/**", "/api/reconciliations/**"))
                .hasRole(OPS)
                .requestMatchers(paths("/api/models/**"))
                .hasAnyRole(ANALYST, ADMIN)
                .anyRequest()
                .authenticated();
    }

    private HttpSecurity stateless(HttpSecurity http) throws Exception {
        return http.csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .httpBasic(basic -> basic.authenticationEntryPoint(door))
                .exceptionHandling(
                        failures -> failures.authenticationEntryPoint(door).accessDeniedHandler(door))
                .headers(Customizer.withDefaults());
    }
}

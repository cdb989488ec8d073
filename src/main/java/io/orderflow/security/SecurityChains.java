package io.orderflow.security;

import static io.orderflow.security.Groups.ADMIN;
import static io.orderflow.security.Groups.ANALYST;
import static io.orderflow.security.Groups.CUSTOMER;
import static io.orderflow.security.Groups.OPS;
import static io.orderflow.security.SecuredPaths.call;
import static io.orderflow.security.SecuredPaths.paths;

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

/** The four filter chains over one user store: our API, the engine's REST API, its webapps, and everything else. */
@Configuration(proxyBeanMethods = false)
class SecurityChains {

    private final SecurityProblems problems;
    private final TokenReader tokens;

    SecurityChains(SecurityProblems problems, TokenReader tokens) {
        this.problems = problems;
        this.tokens = tokens;
    }

    /** Switches the observation of single filters off; a request is measured as a whole. */
    @Bean
    SecurityObservationSettings observations() {
        return SecurityObservationSettings.noObservations();
    }

    /**
     * The chain of our API, with HTTP Basic, the sessions of the webapps, and bearer tokens if an issuer is configured.
     */
    @Bean
    @Order(1)
    SecurityFilterChain apiChain(
            HttpSecurity http, ObjectProvider<JwtDecoder> decoder, SecurityContextRepository webappSessions)
            throws Exception {
        stateless(http)
                .securityMatcher(SecuredPaths.API)
                .authorizeHttpRequests(SecurityChains::rules)
                .securityContext(context -> context.securityContextRepository(new DelegatingSecurityContextRepository(
                        new RequestAttributeSecurityContextRepository(), webappSessions)));
        if (decoder.getIfAvailable() != null) {
            http.oauth2ResourceServer(server ->
                    server.authenticationEntryPoint(problems).jwt(jwt -> jwt.jwtAuthenticationConverter(tokens)));
        }
        return http.build();
    }

    /**
     * The chain of the engine's REST API, with HTTP Basic only. The engine's own authorizations say who may do what.
     */
    @Bean
    @Order(2)
    SecurityFilterChain engineChain(HttpSecurity http) throws Exception {
        return stateless(http)
                .securityMatcher(SecuredPaths.ENGINE_REST)
                .authorizeHttpRequests(requests -> requests.anyRequest().hasAnyRole(OPS, ANALYST, ADMIN))
                .build();
    }

    /**
     * The chain of the webapps. They have a log-in, CSRF protection and headers of their own. Only HSTS is added here,
     * because theirs is sent over plain HTTP too.
     */
    @Bean
    @Order(3)
    SecurityFilterChain webappsChain(HttpSecurity http) throws Exception {
        return http.securityMatcher(SecuredPaths.WEBAPPS)
                .csrf(AbstractHttpConfigurer::disable)
                .headers(headers -> headers.defaultsDisabled().httpStrictTransportSecurity(Customizer.withDefaults()))
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .build();
    }

    /**
     * The chain of all other paths, which are denied. The error page is open, or every error would become a 401 here.
     */
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

    /** Sets which groups may call which paths. The controllers check whether an order belongs to the caller. */
    private static void rules(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests) {
        requests.requestMatchers(SecuredPaths.DOCUMENTATION)
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
                .requestMatchers(paths("/api/cases/**", "/api/reconciliations/**", "/api/returns/**", "/api/stuck/**"))
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
                .httpBasic(basic -> basic.authenticationEntryPoint(problems))
                .exceptionHandling(
                        failures -> failures.authenticationEntryPoint(problems).accessDeniedHandler(problems))
                .headers(Customizer.withDefaults());
    }
}

package io.shopcare.standalone.identity;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.stereotype.Component;

/** The people of the settings. Their passwords are no secret, so they are compared as they are. */
@Component
class People implements UserDetailsService {
    private static final int BUYERS_AN_AGENT = 40;

    private final Map<String, Person> byName;

    People(IdentitySettings settings) {
        byName = Stream.concat(settings.people().stream(), crowd(settings)).collect(Collectors.toUnmodifiableMap(
                Person::name, Function.identity()));
    }

    private static Stream<Person> crowd(IdentitySettings settings) {
        return Stream.concat(likeTheFirst("buyer", "buyer-", settings.crowd(), settings), likeTheFirst("presales",
                "agent-", Math.ceilDiv(settings.crowd(), BUYERS_AN_AGENT), settings));
    }

    private static Stream<Person> likeTheFirst(String role, String name, int howMany, IdentitySettings settings) {
        return settings.people().stream().filter(person -> person.roles().contains(role)).limit(1).flatMap(
                first -> IntStream.rangeClosed(1, howMany).mapToObj(number -> new Person(name + number, null, first
                        .roles(), first.shops(), first.channel(), first.locale())));
    }

    Optional<Person> named(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    @Override
    public UserDetails loadUserByUsername(String name) {
        Person person = named(name).orElseThrow(() -> new UsernameNotFoundException("Nobody is called so"));
        return User.withUsername(person.name()).password("{noop}" + person.passwordOrName()).authorities(person.roles()
                .toArray(String[]::new)).build();
    }
}

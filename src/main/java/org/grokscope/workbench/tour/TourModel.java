package org.grokscope.workbench.tour;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.grokscope.run.Tour;

/** The tour that a person takes, and at which of its stations they are. It needs no display. */
public final class TourModel {
    /**
     * A station of a tour.
     *
     * @param place from 0
     */
    public record Stop(Tour tour, int place) {
        /** Returns what the station is. */
        public Tour.Station station() {
            return tour.stations().get(place);
        }

        /** Returns whether no station comes after it. */
        public boolean last() {
            return place == tour.stations().size() - 1;
        }

        /** Returns for example {@code 2 of 5}. */
        public String number() {
            return place + 1 + " of " + tour.stations().size();
        }
    }

    private final Consumer<Tour.Station> go;
    private final ReadOnlyObjectWrapper<Optional<Stop>> stop = new ReadOnlyObjectWrapper<>(Optional.empty());

    /** @param go leads the window to a station */
    public TourModel(Consumer<Tour.Station> go) {
        this.go = go;
    }

    /** Returns where a person is; empty while they take no tour. */
    public ReadOnlyObjectProperty<Optional<Stop>> stopProperty() {
        return stop.getReadOnlyProperty();
    }

    /** Begins a tour. */
    public void take(Tour tour) {
        goTo(new Stop(tour, 0));
    }

    /** Goes on to the next station; after the last one the tour is over. */
    public void next() {
        stop.get().ifPresent(now -> {
            if (now.last()) {
                end();
            } else {
                goTo(new Stop(now.tour(), now.place() + 1));
            }
        });
    }

    /** Goes back to the station before; at the first one to that again. */
    public void back() {
        stop.get().ifPresent(now -> goTo(new Stop(now.tour(), Math.max(0, now.place() - 1))));
    }

    /** Ends the tour; the window stays as it is. */
    public void end() {
        stop.set(Optional.empty());
    }

    private void goTo(Stop next) {
        stop.set(Optional.of(next));
        go.accept(next.station());
    }
}

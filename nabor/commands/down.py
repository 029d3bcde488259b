"""``nabor down``: what ``nabor up`` started is stopped, and nothing else."""

from nabor import screen
from nabor.kept_server import alone, stop_kept


def run() -> None:
    """Zatrzymuje serwer Prefect i obsługę naborów, które uruchomiło nabor up.

    Przykład: nabor down
    """
    with alone(), screen.progress("Zatrzymywanie"):
        stopped = stop_kept()
    if stopped:
        screen.out.print(f"Zatrzymano {' i '.join(stopped)}.")
    else:
        screen.out.print("Nic nie działało, niczego nie zatrzymano.")
